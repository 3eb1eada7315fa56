/** A template that cannot be parsed or fails when it runs, as in Go. */
export class TemplateError extends Error {}

/** A template that Argo CD can run and this engine does not, and why. */
export class UnsupportedTemplate extends Error {}

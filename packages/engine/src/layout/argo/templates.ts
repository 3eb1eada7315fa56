const PLACEHOLDER = /\{\{.*?\}\}|<no value>/s;

/** True for text in which a template placeholder was left unfilled. */
export function hasPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

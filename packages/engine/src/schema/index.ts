export { findDefinition } from './findDefinition';
export { formSchema } from './formSchema';
export { readXrds } from './readXrds';
export { redact, redact as redactSecrets } from './redact';
export type { RedactOptions } from './redact';
export type {
  DefinitionLookup,
  PrinterColumn,
  SchemaIssue,
  SchemaIssueCode,
  Xrd,
  XrdVersion,
} from './types';
export { validateObject } from './validateObject';

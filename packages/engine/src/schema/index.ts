export type {
  DefinitionLookup,
  PrinterColumn,
  SchemaIssue,
  SchemaIssueCode,
  Xrd,
  XrdVersion,
} from './types';

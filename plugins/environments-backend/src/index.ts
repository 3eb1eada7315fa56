/**
 * Reads GitOps repositories and clusters, computes differences and drift, and
 * opens change requests.
 *
 * @packageDocumentation
 */
export {
  createEnvironmentConditionalDecision,
  environmentConditions,
} from './permissions';
export { environmentsPlugin as default } from './plugin';

import { JsonObject, formatPath } from '../fields';
import { SchemaIssue, findDefinition, validateObject } from '../schema';
import { conclude, evidence, shown } from './evidence';
import { byIdentity, identityOf, resourceName } from './objects';
import { Evidence, GateFacts, GateVerdict } from './types';

function fromIssue(resource: string, issue: SchemaIssue): Evidence {
  const path = formatPath(issue.path);
  return evidence(
    `schema.${issue.code}`,
    `${path || resource} ${issue.message}`,
    { resource, path },
  );
}

function judge(
  object: JsonObject,
  before: JsonObject | undefined,
  facts: GateFacts,
): Evidence[] {
  const resource = resourceName(object);
  const found = findDefinition(facts.xrds ?? [], object);
  switch (found.state) {
    case 'none':
      return [
        evidence(
          'schema.no-definition',
          `The repository defines no such kind as ${resource}`,
          { resource },
        ),
      ];
    case 'versionNotServed':
      return [
        evidence(
          'schema.version',
          `${shown(object.apiVersion)} is not served; served: ${
            found.served.join(', ') || 'none'
          }`,
          { resource, path: 'apiVersion' },
        ),
      ];
    default:
      return validateObject(object, found.schema, { before }).map(issue =>
        fromIssue(resource, issue),
      );
  }
}

/** Everything the change writes must be valid against its definition. */
export function schemaGate(facts: GateFacts): GateVerdict {
  const before = byIdentity(facts.before);
  const items = (facts.after ?? []).flatMap(object =>
    judge(object, before.get(identityOf(object)), facts),
  );
  return conclude(
    items,
    evidence('schema.valid', 'Valid against its definition'),
  );
}

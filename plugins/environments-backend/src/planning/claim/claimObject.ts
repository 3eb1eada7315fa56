import { InputError, NotFoundError } from '@backstage/errors';
import {
  formatPath,
  getKey,
  isObject,
  Json,
  JsonObject,
  readYaml,
  sameJson,
  validateObject,
  Xrd,
} from '@stagecraft/engine';
import { dump } from 'js-yaml';
import { z } from 'zod';

const parametersSchema = z.record(z.string(), z.json());

/** Kubernetes object names that also are file names and label values. */
const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** A kind that can be asked for, as its definition says. */
export interface ClaimDefinition {
  readonly xrd: Xrd;
  readonly version: string;
  readonly schema: JsonObject;
  /** Claims of Crossplane v1 are namespaced, whatever their XR is. */
  readonly namespaced: boolean;
}

/** @throws NotFoundError with the kinds there are */
export function claimDefinition(
  xrds: readonly Xrd[],
  kind: string,
): ClaimDefinition {
  const offered = xrds.filter(({ flavor }) => flavor !== 'crd');
  const xrd = offered.find(item => (item.claimKind ?? item.kind) === kind);
  const version = xrd?.versions.find(({ served }) => served);
  if (!xrd || !version) {
    const kinds = offered.map(item => item.claimKind ?? item.kind).join(', ');
    throw new NotFoundError(
      `The repository defines no kind ${kind}${kinds && `; it has ${kinds}`}`,
    );
  }
  return {
    xrd,
    version: version.name,
    schema: xrd.claimKind
      ? version.claimSchema ?? version.schema
      : version.schema,
    namespaced: xrd.claimKind !== undefined || xrd.scope === 'Namespaced',
  };
}

function hasParameters(schema: JsonObject): boolean {
  const spec = getKey(getKey(schema, 'properties'), 'spec');
  return isObject(getKey(getKey(spec, 'properties'), 'parameters'));
}

/**
 * The object that a person asks for.
 *
 * @throws InputError that names every field that its definition does not take
 */
export function claimObject(
  definition: ClaimDefinition,
  claim: {
    service: string;
    name: string;
    namespace?: string;
    parameters: Record<string, unknown>;
    composition?: string;
  },
): JsonObject {
  const { xrd, version, schema } = definition;
  const parsed = parametersSchema.safeParse(claim.parameters);
  if (!parsed.success) throw new InputError('The parameters must be JSON');
  const parameters = parsed.data as Record<string, Json>;
  const choice = claim.composition && {
    compositionRef: { name: claim.composition },
  };
  const object: JsonObject = {
    apiVersion: `${xrd.group}/${version}`,
    kind: xrd.claimKind ?? xrd.kind,
    metadata: {
      name: claim.name,
      ...(claim.namespace && { namespace: claim.namespace }),
      labels: { 'app.kubernetes.io/part-of': claim.service },
    },
    spec: {
      ...(choice && (xrd.flavor === 'v2' ? { crossplane: choice } : choice)),
      ...(hasParameters(schema) ? { parameters } : parameters),
    },
  };
  // A field that the definition does not know would be dropped in silence.
  const issues = validateObject(object, schema).map(
    issue => `${formatPath(issue.path) || claim.name} ${issue.message}`,
  );
  if (issues.length > 0) throw new InputError(`${issues.join('; ')}.`);
  return object;
}

/** @throws InputError */
export function checkName(name: string): void {
  if (!NAME.test(name)) {
    throw new InputError(
      `${JSON.stringify(
        name,
      )} is no name: lower case letters, digits and dashes, at most 63, beginning and ending with a letter or digit`,
    );
  }
}

/**
 * The manifest's text. It is read back as Argo CD reads it and has to be the
 * same object: a string must not come back as a number.
 *
 * @throws InputError if it cannot be written that way
 */
export function claimText(object: JsonObject): string {
  const text = dump(object, {
    lineWidth: -1,
    noRefs: true,
    quoteStyle: 'double',
  });
  if (!sameJson(readYaml(text), object)) {
    throw new InputError('A parameter cannot be written as YAML unchanged');
  }
  return text;
}

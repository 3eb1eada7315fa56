import {
  FieldPath,
  getKey,
  isList,
  isObject,
  Json,
  JsonObject,
  keyPath,
} from '../fields';
import { Manifest, Origin } from './types';

/** What is wrong with an object, by the field it is wrong at. */
export interface ObjectProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly path: FieldPath;
  readonly message: string;
  readonly fix: string;
}

const DNS_LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_SUBDOMAIN =
  /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** RFC 1123 label, at most 63 characters: the form of a namespace. */
export function isDnsLabel(name: string): boolean {
  return DNS_LABEL.test(name);
}

/** RFC 1123 subdomain, at most 253 characters: the form of most names. */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= 253 && DNS_SUBDOMAIN.test(name);
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/**
 * The kind of an object as the decoder of apimachinery sees it: none unless
 * both it and the apiVersion can be taken apart.
 */
export function kindOf(object: JsonObject): string {
  const slashes = text(getKey(object, 'apiVersion')).split('/').length - 1;
  return slashes > 1 ? '' : text(getKey(object, 'kind'));
}

/** Reads identity off an object. Values of a wrong type count as absent. */
export function toManifest(object: JsonObject, origin: Origin): Manifest {
  const apiVersion = text(getKey(object, 'apiVersion'));
  const slash = apiVersion.indexOf('/');
  const metadata = getKey(object, 'metadata');
  const namespace = text(getKey(metadata, 'namespace'));
  return {
    apiVersion,
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind: kindOf(object),
    ...(namespace !== '' && { namespace }),
    name: text(getKey(metadata, 'name')),
    object,
    origin,
  };
}

/** group/Kind/namespace/name: what makes two manifests the same object. */
export function resourceKey(resource: {
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}): string {
  const { group, kind, namespace, name } = resource;
  return `${group}/${kind}/${namespace ?? ''}/${name}`;
}

/** Kinds whose names are a DNS label, so without dots. */
const LABEL_NAMES: ReadonlySet<string> = new Set(['Namespace', 'Service']);

/** Kinds whose names may hold a colon. */
const PATH_NAMES: ReadonlySet<string> = new Set([
  'certificates.k8s.io/ClusterTrustBundle',
  'networking.k8s.io/IPAddress',
]);

/** What to do about a name that the API server refuses; undefined for others. */
function nameFix({ group, kind, name }: Manifest): string | undefined {
  if (
    group === 'rbac.authorization.k8s.io' ||
    PATH_NAMES.has(`${group}/${kind}`)
  ) {
    return /[/%]|^\.\.?$/.test(name)
      ? 'Use no "/" or "%" in the name.'
      : undefined;
  }
  if (group === '' && LABEL_NAMES.has(kind)) {
    return isDnsLabel(name)
      ? undefined
      : 'Use lower case letters, digits and "-" only, at most 63.';
  }
  return isDnsSubdomain(name)
    ? undefined
    : 'Use lower case letters, digits, "-" and "." only, at most 253.';
}

/** The definition of a custom resource, whatever its version. */
function isDefinition(object: JsonObject): boolean {
  return (
    kindOf(object) === 'CustomResourceDefinition' &&
    text(getKey(object, 'apiVersion')).startsWith('apiextensions.k8s.io/')
  );
}

function metadataProblem(object: JsonObject): ObjectProblem | undefined {
  const metadata = getKey(object, 'metadata');
  if (metadata !== undefined && metadata !== null && !isObject(metadata)) {
    return {
      severity: 'error',
      code: 'invalid-manifest',
      path: keyPath('metadata'),
      message: 'metadata must be a mapping',
      fix: 'Write name, namespace, labels and annotations below metadata.',
    };
  }
  const annotations = getKey(metadata, 'annotations') ?? null;
  // Argo CD marks all objects as its own but definitions of resources.
  if (annotations === null || isDefinition(object)) return undefined;
  if (!isObject(annotations)) {
    return {
      severity: 'error',
      code: 'invalid-manifest',
      path: keyPath('metadata', 'annotations'),
      message: 'annotations must be a mapping of strings',
      fix: 'Write each annotation as a key with a quoted value.',
    };
  }
  const wrong = Object.keys(annotations).find(
    key => typeof annotations[key] !== 'string',
  );
  return wrong === undefined
    ? undefined
    : {
        severity: 'error',
        code: 'invalid-manifest',
        path: keyPath('metadata', 'annotations', wrong),
        message: `the annotation ${wrong} is not a string, so Argo CD refuses the object`,
        fix: `Quote the value: ${wrong}: "${String(annotations[wrong])}"`,
      };
}

/**
 * The reason for which Argo CD refuses an object that it could read, if any:
 * it cannot write its tracking annotation.
 */
export function refusal(object: JsonObject): ObjectProblem | undefined {
  return metadataProblem(object);
}

function nameProblems(manifest: Manifest): ObjectProblem[] {
  const { object, name } = manifest;
  const metadata = getKey(object, 'metadata');
  const written = getKey(metadata, 'name');
  const problems: ObjectProblem[] = [];
  if (name === '' && text(getKey(metadata, 'generateName')) === '') {
    const wrongType = written !== undefined && written !== null;
    problems.push({
      severity: 'error',
      code: 'unnamed-resource',
      path: keyPath('metadata', 'name'),
      message:
        wrongType && typeof written !== 'string'
          ? `metadata.name is ${String(written)}, which is not a string`
          : 'the object has no metadata.name',
      fix: wrongType ? 'Quote the name.' : 'Give the object a name.',
    });
  }
  const fix = name === '' ? undefined : nameFix(manifest);
  if (fix !== undefined) {
    problems.push({
      severity: 'error',
      code: 'invalid-name',
      path: keyPath('metadata', 'name'),
      message: `the API server refuses the name "${name}"`,
      fix,
    });
  }
  return problems;
}

function namespaceProblems(manifest: Manifest): ObjectProblem[] {
  const written = getKey(getKey(manifest.object, 'metadata'), 'namespace');
  if (written === undefined || written === null || written === '') return [];
  if (typeof written === 'string' && isDnsLabel(written)) return [];
  return [
    {
      severity: 'error',
      code: 'invalid-namespace',
      path: keyPath('metadata', 'namespace'),
      message: `the namespace ${JSON.stringify(
        String(written),
      )} is no DNS label`,
      fix: 'Use at most 63 lower case letters, digits and "-"; quote numbers.',
    },
  ];
}

function labelProblems(manifest: Manifest): ObjectProblem[] {
  const labels = getKey(getKey(manifest.object, 'metadata'), 'labels') ?? null;
  if (labels === null) return [];
  const keys = isObject(labels)
    ? Object.keys(labels).filter(key => typeof labels[key] !== 'string')
    : [];
  if (isObject(labels) && keys.length === 0) return [];
  return [
    {
      severity: 'error',
      code: 'invalid-labels',
      path: keyPath('metadata', 'labels', ...keys.slice(0, 1)),
      message: isObject(labels)
        ? `the label ${keys[0]} is not a string`
        : 'labels must be a mapping of strings',
      fix: 'Quote the value.',
    },
  ];
}

/** Everything about an object that the API server will refuse on sight. */
export function objectProblems(manifest: Manifest): ObjectProblem[] {
  const refused = refusal(manifest.object);
  if (refused) return [refused];
  const problems: ObjectProblem[] = [
    ...nameProblems(manifest),
    ...namespaceProblems(manifest),
    ...labelProblems(manifest),
  ];
  if (manifest.apiVersion === '') {
    problems.push({
      severity: 'error',
      code: 'missing-api-version',
      path: keyPath('apiVersion'),
      message: 'the object has no apiVersion',
      fix: 'Write apiVersion: <group>/<version> for this kind.',
    });
  }
  return problems;
}

/**
 * The members of a list object, or undefined for anything else. A null list
 * has none; an object with a spec or status is no null list.
 */
export function listItems(object: JsonObject): readonly Json[] | undefined {
  if (!Object.hasOwn(object, 'items')) return undefined;
  const items = object.items;
  if (isList(items)) return items;
  const nullList =
    items === null &&
    !Object.hasOwn(object, 'spec') &&
    !Object.hasOwn(object, 'status');
  return nullList ? [] : undefined;
}

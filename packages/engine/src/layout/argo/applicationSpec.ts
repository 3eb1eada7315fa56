import { getKey, isList, isObject, Json, JsonObject } from '../../fields';
import { wrongFields } from './knownFields';
import { SPEC } from './specFields';

/** A source of an Application with what decides where it is read from. */
export interface ApplicationSource {
  readonly repoURL: string;
  readonly path: string;
  readonly targetRevision: string;
  readonly chart: string;
  readonly ref: string;
  readonly object: JsonObject;
}

/** Where an Application delivers to. */
export interface Destination {
  readonly server: string;
  readonly name: string;
  readonly namespace: string;
}

/** The parts of an Application's spec that decide what it applies. */
export interface ApplicationSpec {
  readonly project: string;
  readonly sources: readonly ApplicationSource[];
  readonly destination: Destination;
  /** Why the API server or Argo CD refuses the spec. */
  readonly refused?: string;
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function readSource(value: JsonObject): ApplicationSource {
  return {
    repoURL: text(getKey(value, 'repoURL')),
    path: text(getKey(value, 'path')),
    targetRevision: text(getKey(value, 'targetRevision')),
    chart: text(getKey(value, 'chart')),
    ref: text(getKey(value, 'ref')),
    object: value,
  };
}

function sourceRefusal(
  source: ApplicationSource,
  several: boolean,
): string | undefined {
  if (!source.repoURL) return 'a source has no repoURL';
  if (!source.path && !source.chart && !(several && source.ref)) {
    return several
      ? 'a source has neither path nor chart nor ref'
      : 'the source has neither path nor chart';
  }
  if (source.chart && !source.targetRevision) {
    return `the chart ${source.chart} has no targetRevision`;
  }
  return undefined;
}

function destinationRefusal(
  written: Json | undefined,
  destination: Destination,
): string | undefined {
  if (!isObject(written)) return 'spec.destination is missing';
  if (destination.server && destination.name) {
    return 'spec.destination has both server and name';
  }
  if (!destination.server && !destination.name) {
    return 'spec.destination has neither server nor name';
  }
  return undefined;
}

/**
 * Reads an Application's spec. `sources` replaces `source` unless it is
 * empty. What Argo CD would refuse is said in `refused`; the rest is read all
 * the same, so that it can be shown.
 */
export function readApplicationSpec(spec: Json | undefined): ApplicationSpec {
  const list = getKey(spec, 'sources');
  const several = isList(list) && list.length > 0;
  const single = getKey(spec, 'source');
  const written = several ? list : [single ?? null];
  const sources = written.filter(isObject).map(readSource);
  const target = getKey(spec, 'destination');
  const destination: Destination = {
    server: text(getKey(target, 'server')),
    name: text(getKey(target, 'name')),
    namespace: text(getKey(target, 'namespace')),
  };
  const project = getKey(spec, 'project');
  const hydrated = isObject(getKey(spec, 'sourceHydrator'));
  const [wrong] = isObject(spec) ? wrongFields(spec, SPEC, 'spec') : [];
  const refusals = [
    !isObject(spec) ? 'spec is missing' : undefined,
    wrong !== undefined ? `${wrong} has the wrong type` : undefined,
    typeof project !== 'string' ? 'spec.project is missing' : undefined,
    destinationRefusal(target, destination),
    sources.length === 0 && !hydrated
      ? 'it has neither spec.source nor spec.sources'
      : undefined,
    ...sources.map(source => sourceRefusal(source, several)),
  ];
  return {
    project: text(project) || 'default',
    sources,
    destination,
    refused: refusals.find(refusal => refusal !== undefined),
  };
}

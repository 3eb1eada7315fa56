import { InputError } from '@backstage/errors';
import { CreateChangeRequest } from '@stagecraft/plugin-environments-common';
import { contentId } from '../../repository';
import { fileDiffs } from '../fileDiffs';
import { GateJudge, PlannedChange, PlanningSource } from '../types';
import {
  checkName,
  claimDefinition,
  claimObject,
  claimText,
} from './claimObject';
import { claimPlace } from './claimPlace';

/**
 * Plans a new object of a kind that the repository defines: validated against
 * its definition, in a file of its own, over nothing that is there.
 *
 * @throws InputError, NotFoundError or ConflictError with the sentence to show
 */
export async function planClaim(options: {
  request: Extract<CreateChangeRequest, { type: 'claim' }>;
  user: string;
  source: PlanningSource;
  judge: GateJudge;
}): Promise<PlannedChange> {
  const { request, user, source, judge } = options;
  const { service, kind, name } = request;
  const snapshot = await source.current();
  const { environments } = snapshot.layout;
  const environment = environments.find(
    item => item.name === request.environment,
  );
  if (!environment) {
    throw new InputError(
      `There is no environment ${request.environment}; there are ${environments
        .map(item => item.name)
        .join(', ')}`,
    );
  }
  checkName(name);
  const definition = claimDefinition(snapshot.xrds, kind);
  const { group } = definition.xrd;
  const { file, namespace } = claimPlace(snapshot, environment, {
    group,
    kind,
    name,
    namespaced: definition.namespaced,
  });
  const object = claimObject(definition, { ...request, namespace });
  const after = new Map([[file, claimText(object)]]);
  const before = new Map<string, string | undefined>([[file, undefined]]);
  const gates = await judge.judge({
    service,
    to: environment.name,
    source,
    before,
    after,
    review: { author: user, content: contentId(after), reviews: [] },
  });
  return {
    type: 'claim',
    repository: source.repository.name,
    service,
    to: environment.name,
    way: `claim:${environment.name}:${group}/${kind}/${name}`,
    base: snapshot.commit,
    files: after,
    fields: [],
    diffs: fileDiffs({ before, after }),
    gates,
    text: {
      title: `feat(${environment.name}): add ${kind} ${name} for ${service}`,
      body: `**Adds** ${kind} ${name} for ${service} in ${environment.name}.`,
      trailers: [`Requested-By: ${user.replace(/^user:(default\/)?/, '')}`],
    },
  };
}

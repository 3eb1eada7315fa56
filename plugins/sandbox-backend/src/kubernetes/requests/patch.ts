import { JsonValue } from '@backstage/types';
import { KubeAnswer } from '../Request';
import { jsonPatch } from '../patch/jsonPatch';
import { mergePatch } from '../patch/mergePatch';
import { strategicPatch } from '../patch/strategicPatch';
import { StatusError } from '../status';
import { applyObject } from './apply';
import { liveOf, ObjectContext } from './context';
import { writeObject } from './update';

const TYPES = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
  'application/apply-patch+yaml',
];

/** The live object with the patch of the request in it. */
export function patched(context: ObjectContext, live: JsonValue): JsonValue {
  const { request, resource } = context;
  const patch = request.body ?? {};
  switch (request.contentType) {
    case 'application/json-patch+json':
      return jsonPatch(live, patch);
    case 'application/merge-patch+json':
      return mergePatch(live, patch);
    case 'application/strategic-merge-patch+json':
      if (!resource.schema) return strategicPatch(live, patch, resource.type);
      break;
    default:
  }
  throw new StatusError(
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${TYPES.join(
      ', ',
    )}`,
  );
}

/** PATCH on an object, in any of the four formats. */
export function patchObject(context: ObjectContext): KubeAnswer {
  if (context.request.contentType === 'application/apply-patch+yaml') {
    return applyObject(context);
  }
  const live = liveOf(context);
  return { status: 200, body: writeObject(context, patched(context, live)) };
}

import { mergeFile } from '@stagecraft/engine';
import { MergePeer } from './types';

export const ours: MergePeer = {
  name: 'mergeFile',
  merge(texts) {
    const { status, fields, text } = mergeFile(texts);
    const conflict =
      status === 'refused' ||
      fields.some(({ action }) => action === 'conflict');
    return conflict ? undefined : text;
  },
};

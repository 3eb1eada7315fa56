import { JsonObject } from '../fields';
import { Manifest, parseManifests } from '../manifests';
import { LayoutContext } from './context';
import { kustomizationFile } from './kustomize';
import { layoutProblem } from './problems';
import { blocked, SourceReading, unknownPart } from './sourceReading';
import { Directory } from './tree';
import { Rendering } from './types';

/** A directory that Argo CD hands to a tool. */
export interface ToolDirectory {
  readonly tool: string;
  readonly directory: Directory;
  /** The path as the source writes it. */
  readonly written: string;
  readonly options?: JsonObject;
}

/** The objects a tool printed, said to come from the file that told it to. */
function readRendered(
  file: string,
  written: string,
  { text, id }: Extract<Rendering, { state: 'rendered' }>,
): SourceReading {
  const { manifests, problems, reading } = parseManifests({ path: file, text });
  const wrong = problems.find(({ severity }) => severity === 'error');
  if (wrong || (reading.state !== 'read' && text.trim() !== '')) {
    const why = wrong?.message ?? 'it is no list of manifests.';
    return blocked(
      layoutProblem({
        code: 'render-failed',
        path: written,
        message: `${written}: what kustomize made of it cannot be read: ${why}`,
        fix: 'Build the directory by hand and look at that place.',
      }),
    );
  }
  const made = manifests.map((manifest, document): Manifest => {
    const origin = {
      file,
      document,
      line: 1,
      ...(id !== undefined && { blob: id }),
      rendered: 'kustomize',
    } as const;
    return { ...manifest, origin };
  });
  return { manifests: made, problems: [], blocked: false };
}

/**
 * The objects of a directory that a tool renders, if somebody rendered it for
 * us; else a problem that says that they are not known, and why.
 */
export function renderedDirectory(
  context: LayoutContext,
  { tool, directory, written, options = {} }: ToolDirectory,
): SourceReading {
  const rendering =
    tool === 'kustomize'
      ? context.render?.({ tool, path: directory.path, options })
      : undefined;
  if (rendering?.state === 'rendered') {
    const file = kustomizationFile(directory) ?? directory.path;
    return readRendered(file, written, rendering);
  }
  if (rendering?.state === 'failed') {
    return blocked(
      layoutProblem({
        code: 'render-failed',
        path: written,
        message: `${written} cannot be built, so nothing of it is applied: ${rendering.reason}`,
        fix: `Run \`kustomize build ${written}\` and correct what it names.`,
      }),
    );
  }
  const why = rendering ? ` ${rendering.reason}` : '';
  return unknownPart(
    layoutProblem({
      code: 'rendered-elsewhere',
      path: written,
      message: `${written} is rendered by ${tool}; its objects are not known here.${why}`,
    }),
  );
}

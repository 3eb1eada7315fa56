import { LayoutContext } from '../context';
import {
  detectTool,
  directoryFiles,
  DirectoryOptions,
  WHOLE_DIRECTORY,
} from '../directorySource';
import { readFiles } from '../fileSet';
import { layoutProblem } from '../problems';
import { renderedDirectory } from '../renderedDirectory';
import { blocked, NOTHING, SourceReading, unknownPart } from '../sourceReading';
import {
  baseName,
  cleanPath,
  Directory,
  directoryOf,
  resolveEntry,
} from '../tree';
import { LayoutProblem } from '../types';
import { ApplicationSource } from './applicationSpec';
import { sourceTool } from './sourceParameters';
import { hasPlaceholder } from './templates';

/** Whose source it is. */
export interface SourceOwner {
  readonly name: string;
  /** The file that holds the Application or its set. */
  readonly file: string;
}

/** Parts of an Application that are not in this tree at this commit. */
function elsewhere(
  context: LayoutContext,
  source: ApplicationSource,
): LayoutProblem | undefined {
  const { repoURL, chart, path, targetRevision } = source;
  if (chart) {
    return layoutProblem({
      code: 'rendered-elsewhere',
      path: repoURL,
      message: `The Helm chart ${chart} of ${repoURL} is rendered by Argo CD; its objects are not known here.`,
    });
  }
  if (!context.repository.isThis(repoURL)) {
    return layoutProblem({
      code: 'external-source',
      path: repoURL,
      message: `${path} is read from ${repoURL}, which is another repository.`,
    });
  }
  if (!context.repository.isThisRevision(targetRevision)) {
    return layoutProblem({
      code: 'other-revision',
      path,
      message: `${path} is read at ${targetRevision}, not at the commit shown here.`,
    });
  }
  return undefined;
}

type Located =
  | { readonly directory: Directory }
  | { readonly problem: LayoutProblem };

/** The directory of a source path, or why Argo CD refuses the path. */
function locate(context: LayoutContext, written: string): Located {
  const wrong = (code: string, message: string, fix: string): Located => ({
    problem: layoutProblem({ code, path: written, message, fix }),
  });
  const fix = 'Name a directory of the repository, relative to its root.';
  if (written.startsWith('/')) {
    return wrong(
      'invalid-path',
      `The source path ${written} is absolute.`,
      fix,
    );
  }
  const path = cleanPath(written);
  if (path === '..' || path.startsWith('../')) {
    return wrong(
      'invalid-path',
      `The source path ${written} is outside of the repository.`,
      fix,
    );
  }
  const { root } = context.tree;
  const entry = resolveEntry(root, path);
  if (!entry) {
    return wrong(
      'path-not-found',
      `The source path ${written} does not exist, so Argo CD applies nothing of this application.`,
      `Add the directory ${path}, with a .gitkeep if it is to be empty, or remove the source.`,
    );
  }
  if (entry.type !== 'directory') {
    return wrong('invalid-path', `The source path ${written} is a file.`, fix);
  }
  const parent = resolveEntry(root, directoryOf(path));
  const own = parent?.type === 'directory' && parent.get(baseName(path));
  if (own && own.type === 'link') {
    return wrong(
      'invalid-path',
      `The source path ${written} is a link, from which Argo CD reads nothing.`,
      `Name the directory it leads to: ${entry.path}.`,
    );
  }
  return { directory: entry };
}

/** A warning if manifests lie deeper than a source without recurse reads. */
function notRecursed(
  context: LayoutContext,
  directory: Directory,
  path: string,
  written: string,
  options: DirectoryOptions,
): LayoutProblem[] {
  if (options.recurse) return [];
  const { tree } = context;
  const all = { ...options, recurse: true };
  const prefix = path ? `${path}/` : '';
  for (const file of directoryFiles(tree, directory, path, all)) {
    if (!file.slice(prefix.length).includes('/')) continue;
    const parsed = tree.parse(file);
    if (parsed?.reading.state === 'read' && parsed.manifests.length > 0) {
      return [
        layoutProblem({
          code: 'not-recursed',
          path: written,
          message: `${written} is read without its subdirectories, so ${file} is not applied.`,
          fix: 'Set directory.recurse: true on the source, or name the subdirectory.',
        }),
      ];
    }
  }
  return [];
}

function readDirectory(
  context: LayoutContext,
  source: ApplicationSource,
  directory: Directory,
  options: DirectoryOptions,
): SourceReading {
  const path = cleanPath(source.path);
  const files = directoryFiles(context.tree, directory, path, options);
  const { manifests, warnings, failures } = readFiles(context.tree, files, {
    path: source.path,
  });
  if (failures.length > 0) return blocked(failures[0]);
  const deeper = notRecursed(context, directory, path, source.path, options);
  return { manifests, problems: [...warnings, ...deeper], blocked: false };
}

/**
 * The manifests of one source of an Application, in the order in which Argo
 * CD reads them. At most one error, as Argo CD stops at the first.
 */
export function readSource(
  context: LayoutContext,
  owner: SourceOwner,
  source: ApplicationSource,
): SourceReading {
  const { path } = source;
  if (hasPlaceholder(path)) {
    return blocked(
      layoutProblem({
        code: 'unresolved-template',
        path: owner.file,
        message: `The source path ${path} still holds a placeholder that no parameter fills.`,
        fix: 'Correct the name of the parameter, or have a generator provide it.',
      }),
    );
  }
  if (!path && !source.chart) return NOTHING;
  const away = elsewhere(context, source);
  if (away) return unknownPart(away);
  const link = context.linkOutside;
  if (link !== undefined) {
    return blocked(
      layoutProblem({
        code: 'symlink-outside',
        path: link,
        message: `The link ${link} leads out of the repository, so Argo CD refuses all of it.`,
        fix: 'Remove the link, or make its target relative and inside.',
      }),
    );
  }
  const located = locate(context, path);
  if ('problem' in located) return blocked(located.problem);
  const { directory } = located;
  const tool = sourceTool(
    context.tree,
    source.object,
    cleanPath(path),
    owner.name,
  );
  if (tool.type === 'wrong') {
    return blocked({ path: owner.file, ...tool.problem });
  }
  const rendered = tool.type === 'rendered' ? tool : undefined;
  const detected = tool.type === 'detect' ? detectTool(directory) : undefined;
  const name = rendered?.tool ?? detected;
  if (name !== undefined) {
    return renderedDirectory(context, {
      tool: name,
      directory,
      written: path,
      options: rendered?.options,
    });
  }
  const options =
    tool.type === 'directory'
      ? tool.options
      : { ...WHOLE_DIRECTORY, recurse: false };
  return readDirectory(context, source, directory, options);
}

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  KustomizeInput,
  kustomizeInput,
  Layout,
  layout,
  LayoutOptions,
  Rendering,
  renderKey,
  RenderRequest,
  renderRequests,
} from '@stagecraft/engine';
import { findTool, KustomizeTool } from './findTool';
import { reasonOf } from './reasonOf';
import { runTool } from './runTool';
import { RenderSource } from './types';

const TIMEOUT_MS = 20_000;
const MAX_KEPT = 1_000;

type Ready = Extract<KustomizeInput, { state: 'ready' }>;

const NO_TOOL: Rendering = {
  state: 'unavailable',
  reason: 'Neither kustomize nor kubectl can be run here.',
};

function filesOf(source: RenderSource, { directories }: Ready): string[] {
  const { tree } = source;
  const isBelow = (path: string) =>
    directories.some(
      directory => directory === '' || path.startsWith(`${directory}/`),
    );
  return [...tree.paths, ...tree.symlinks.keys()].filter(isBelow);
}

/** Names everything a result depends on; undefined if a file has no id. */
function cacheKey(
  source: RenderSource,
  tool: KustomizeTool,
  request: RenderRequest,
  files: readonly string[],
): string | undefined {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([tool.command, tool.version, renderKey(request)]));
  for (const path of files) {
    const id = source.tree.symlinks.get(path) ?? source.tree.file(path)?.blob;
    if (id === undefined) return undefined;
    hash.update(`\0${path}\0${id}`);
  }
  return hash.digest('hex');
}

/**
 * Runs `kustomize build` (or `kubectl kustomize`) on directories of a tree,
 * as Argo CD would with the options of the Application: in a folder of its
 * own, without network, plugins, Helm or credentials, and ended when it takes
 * too long. Results are kept by what they depend on.
 */
export class KustomizeRenderer {
  readonly #timeoutMs: number;
  readonly #commands: Partial<Record<string, string>>;
  readonly #kept = new Map<string, Rendering>();
  #tool?: Promise<KustomizeTool | undefined>;

  constructor(
    options: {
      /** Paths of the programs `kustomize` and `kubectl`, if not on PATH. */
      commands?: Partial<Record<string, string>>;
      timeoutMs?: number;
    } = {},
  ) {
    this.#commands = options.commands ?? {};
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /** The layout of a tree, with everything in it that this can render. */
  async layOut(
    source: RenderSource,
    options: LayoutOptions = {},
  ): Promise<Layout> {
    const first = renderRequests(source.tree, options);
    if (first.requests.length === 0) return first.layout;
    const results = new Map<string, Rendering>();
    for (const request of first.requests) {
      results.set(renderKey(request), await this.render(source, request));
    }
    const render = (request: RenderRequest) => results.get(renderKey(request));
    return layout(source.tree, { ...options, render });
  }

  /** Renders one directory. */
  async render(
    source: RenderSource,
    request: RenderRequest,
  ): Promise<Rendering> {
    const input = kustomizeInput(source.tree, request);
    if (input.state !== 'ready') {
      const state = input.state === 'refused' ? 'failed' : 'unavailable';
      return { state, reason: input.reason };
    }
    this.#tool ??= findTool(this.#commands);
    const tool = await this.#tool;
    if (!tool) return NO_TOOL;
    const files = filesOf(source, input);
    const key = cacheKey(source, tool, request, files);
    const known = key === undefined ? undefined : this.#kept.get(key);
    if (known) return known;
    const rendering = await this.#build(source, tool, input, files);
    if (key !== undefined && rendering.state !== 'unavailable') {
      this.#keep(key, rendering);
    }
    return rendering;
  }

  #keep(key: string, rendering: Rendering): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_KEPT) this.#kept.delete(oldest);
    this.#kept.set(key, rendering);
  }

  async #build(
    source: RenderSource,
    tool: KustomizeTool,
    input: Ready,
    files: readonly string[],
  ): Promise<Rendering> {
    const made = await mkdtemp(join(tmpdir(), 'stagecraft-kustomize-'));
    // Messages name the folder as the system resolves it.
    const home = await realpath(made);
    const folder = join(home, 'tree');
    try {
      await mkdir(folder);
      await source.checkout(files, folder);
      for (const [path, text] of input.writes) {
        const target = join(folder, path);
        await mkdir(dirname(target), { recursive: true });
        await rm(target, { force: true });
        await writeFile(target, text);
      }
      const ended = await runTool({
        command: tool.command,
        args: [...tool.args, join(folder, input.path)],
        home,
        timeoutMs: this.#timeoutMs,
      });
      switch (ended.state) {
        case 'done': {
          const id = createHash('sha256').update(ended.output).digest('hex');
          return { state: 'rendered', text: ended.output, id };
        }
        case 'refused':
          return { state: 'failed', reason: reasonOf(ended.words, folder) };
        case 'stopped':
          return { state: 'unavailable', reason: ended.reason };
        default:
          return NO_TOOL;
      }
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  }
}

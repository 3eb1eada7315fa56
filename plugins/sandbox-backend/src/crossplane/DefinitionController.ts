import { createHash } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import { KubeClient, refOf } from '../kubernetes/client';
import { KubeObject, mapAt, valueAt } from '../kubernetes/objects';
import { withConditions } from './conditions';
import { COMPOSITION_API, CORE_MANAGER, XP_API, XRD_V2 } from './constants';
import {
  CROSSPLANE_CRDS,
  crdOfDefinition,
  crdOfManaged,
  isManagedApi,
} from './crds';
import { composedKinds } from './renderComposition';

export interface ControllerOptions {
  readonly client: KubeClient;
  readonly now: () => Date;
}

const WRITE = { manager: CORE_MANAGER, force: true };
const REVISION_HASH = `${XP_API}/composition-spec-hash`;

function hashOf(value: JsonObject): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/**
 * Serves the kinds of Crossplane: its own, those that definitions define, and
 * those that compositions are made of. Keeps a revision of every composition.
 */
export class DefinitionController {
  readonly #options: ControllerOptions;
  readonly #applied = new Map<string, string>();

  constructor(options: ControllerOptions) {
    this.#options = options;
  }

  async reconcile(): Promise<undefined> {
    const { client } = this.#options;
    for (const crd of CROSSPLANE_CRDS) await this.#apply(crd);
    for (const definition of await client.list(
      XRD_V2,
      'CompositeResourceDefinition',
    )) {
      await this.#reconcileDefinition(definition);
    }
    for (const composition of await client.list(
      COMPOSITION_API,
      'Composition',
    )) {
      await this.#reconcileComposition(composition);
    }
    return undefined;
  }

  async #apply(object: JsonObject): Promise<void> {
    const ref = refOf(object);
    const text = JSON.stringify(object);
    if (this.#applied.get(ref.name) === text) return;
    await this.#options.client.apply(object, WRITE);
    this.#applied.set(ref.name, text);
  }

  async #reconcileDefinition(definition: KubeObject): Promise<void> {
    const { client, now } = this.#options;
    const crd = crdOfDefinition(definition);
    if (!crd || definition.metadata.deletionTimestamp) return;
    await this.#apply(crd);
    const conditions = withConditions(
      definition,
      [
        {
          type: 'Established',
          status: 'True',
          reason: 'WatchingCompositeResource',
        },
      ],
      now(),
    );
    await client.patch(
      refOf(definition),
      { status: { conditions } },
      { manager: CORE_MANAGER, subresource: 'status' },
    );
  }

  async #reconcileComposition(composition: KubeObject): Promise<void> {
    for (const { apiVersion, kind } of composedKinds(composition)) {
      if (isManagedApi(apiVersion))
        await this.#apply(crdOfManaged(apiVersion, kind));
    }
    await this.#ensureRevision(composition);
  }

  async #ensureRevision(composition: KubeObject): Promise<void> {
    const { client } = this.#options;
    const spec = mapAt(composition, 'spec') ?? {};
    const hash = hashOf(spec);
    const name = revisionName(composition);
    const ref = {
      apiVersion: COMPOSITION_API,
      kind: 'CompositionRevision',
      name,
    };
    if (await client.get(ref)) return;
    const others = await revisionsOf(client, composition);
    await client.create(
      {
        ...ref,
        metadata: {
          name,
          labels: {
            'crossplane.io/composition-name': composition.metadata.name,
            [REVISION_HASH]: hash.slice(0, 63),
          },
        },
        spec: { ...spec, revision: others.length + 1 },
      },
      { manager: CORE_MANAGER },
    );
  }
}

/** The name under which the composition as it is now is kept. */
export function revisionName(composition: KubeObject): string {
  const spec = mapAt(composition, 'spec') ?? {};
  return `${composition.metadata.name}-${hashOf(spec).slice(0, 7)}`;
}

async function revisionsOf(
  client: KubeClient,
  composition: KubeObject,
): Promise<KubeObject[]> {
  const found = await client.list(COMPOSITION_API, 'CompositionRevision', {
    labelSelector: `crossplane.io/composition-name=${composition.metadata.name}`,
  });
  return found.sort(
    (a, b) =>
      Number(valueAt(a, 'spec', 'revision')) -
      Number(valueAt(b, 'spec', 'revision')),
  );
}

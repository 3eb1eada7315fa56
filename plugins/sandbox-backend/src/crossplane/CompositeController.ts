import { createHash } from 'node:crypto';
import {
  isConflict,
  KubeClient,
  recordEvent,
  refOf,
} from '../kubernetes/client';
import { KubeObject, listAt, sameJson, textAt } from '../kubernetes/objects';
import { hasCondition, NewCondition, withConditions } from './conditions';
import {
  COMPOSED_MANAGER_PREFIX,
  COMPOSITE_FINALIZER,
  COMPOSITE_MANAGER,
  COMPOSITION_API,
  CORE_MANAGER,
  PAUSED,
  XRD_V2,
} from './constants';
import { definedKind } from './crds';
import { ControllerOptions } from './DefinitionController';
import { Rendered, renderComposition } from './renderComposition';
import { ComposedRef, composedRefs, deleteComposed } from './composedRefs';
import { withOwnFields } from './ownFields';
import { selectComposition } from './selectComposition';
import { TransformError } from './transforms';

const SYNCED: NewCondition = {
  type: 'Synced',
  status: 'True',
  reason: 'ReconcileSuccess',
};
const AVAILABLE: NewCondition = {
  type: 'Ready',
  status: 'True',
  reason: 'Available',
};

function failed(message: string): NewCondition {
  return { type: 'Synced', status: 'False', reason: 'ReconcileError', message };
}

/** What Crossplane does with the composites of one cluster. */
export class CompositeController {
  readonly #client: KubeClient;
  readonly #now: () => Date;

  constructor(options: ControllerOptions) {
    this.#client = options.client;
    this.#now = options.now;
  }

  async reconcile(): Promise<undefined> {
    const definitions = await this.#client.list(
      XRD_V2,
      'CompositeResourceDefinition',
    );
    const compositions = await this.#client.list(
      COMPOSITION_API,
      'Composition',
    );
    for (const definition of definitions) {
      const { apiVersion, kind } = definedKind(definition);
      for (const composite of await this.#client.list(apiVersion, kind)) {
        try {
          await this.#reconcileOne(composite, definition, compositions);
        } catch (error) {
          // Somebody was faster: the next round sees what they wrote.
          if (!isConflict(error)) throw error;
        }
      }
    }
    return undefined;
  }

  async #reconcileOne(
    composite: KubeObject,
    definition: KubeObject,
    compositions: readonly KubeObject[],
  ): Promise<void> {
    if (composite.metadata.deletionTimestamp) {
      await this.#delete(composite);
      return;
    }
    if (composite.metadata.annotations?.[PAUSED] === 'true') {
      await this.#report(composite, [
        {
          type: 'Synced',
          status: 'False',
          reason: 'ReconcilePaused',
          message: 'Reconciliation is paused via the pause annotation',
        },
      ]);
      return;
    }
    const composition = selectComposition(composite, definition, compositions);
    if (!composition) {
      const wanted = textAt(
        composite,
        'spec',
        'crossplane',
        'compositionRef',
        'name',
      );
      await this.#report(composite, [
        failed(
          wanted
            ? `cannot fetch Composition: Composition.apiextensions.crossplane.io "${wanted}" not found`
            : 'cannot select Composition: no compatible Compositions found',
        ),
      ]);
      return;
    }
    const adopted = await this.#adopt(composite, composition);
    await this.#compose(adopted, composition);
  }

  /** Writes the fields that are Crossplane's own into the composite. */
  async #adopt(
    composite: KubeObject,
    composition: KubeObject,
  ): Promise<KubeObject> {
    const next = withOwnFields(composite, composition);
    if (sameJson(next, composite)) return composite;
    const written = await this.#client.update(next, { manager: CORE_MANAGER });
    await this.#event(
      written,
      'Normal',
      'SelectComposition',
      `Successfully selected composition: ${composition.metadata.name}`,
    );
    return written;
  }

  async #compose(
    composite: KubeObject,
    composition: KubeObject,
  ): Promise<void> {
    let rendered: Rendered[];
    try {
      rendered = renderComposition(composition, composite);
    } catch (error) {
      if (!(error instanceof TransformError)) throw error;
      await this.#event(
        composite,
        'Warning',
        'ComposeResources',
        error.message,
      );
      await this.#report(composite, [
        failed(`cannot compose resources: ${error.message}`),
      ]);
      return;
    }
    const owner = createHash('sha256')
      .update(composite.metadata.uid ?? '')
      .digest('hex');
    const unready: string[] = [];
    const refs: ComposedRef[] = [];
    for (const { name, object } of rendered) {
      if (
        !(await this.#client.serves(
          String(object.apiVersion),
          String(object.kind),
        ))
      ) {
        unready.push(name);
        continue;
      }
      const composed = await this.#client.apply(object, {
        manager: `${COMPOSED_MANAGER_PREFIX}/${owner}`,
        force: true,
      });
      if (!hasCondition(composed, 'Ready', 'True')) unready.push(name);
      refs.push({
        apiVersion: composed.apiVersion,
        kind: composed.kind,
        name: composed.metadata.name,
      });
    }
    const current = await this.#writeRefs(composite, refs);
    await this.#event(
      current,
      'Normal',
      'ComposeResources',
      'Successfully composed resources',
    );
    await this.#report(current, [
      SYNCED,
      unready.length === 0
        ? AVAILABLE
        : {
            type: 'Ready',
            status: 'False',
            reason: 'Creating',
            message: `Unready resources: ${unready.sort().join(', ')}`,
          },
    ]);
  }

  async #writeRefs(
    composite: KubeObject,
    refs: ComposedRef[],
  ): Promise<KubeObject> {
    const before = composedRefs(composite);
    const after = refs.map(ref => ({
      ...ref,
      namespace: composite.metadata.namespace,
    }));
    if (sameJson(before, after)) return composite;
    for (const ref of before) {
      if (after.some(one => sameJson(one, ref))) continue;
      await this.#client.delete(ref);
    }
    const { apiVersion, kind, metadata } = composite;
    return this.#client.apply(
      {
        apiVersion,
        kind,
        metadata: {
          name: metadata.name,
          ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
        },
        spec: { crossplane: { resourceRefs: refs } },
      },
      { manager: COMPOSITE_MANAGER, force: true },
    );
  }

  /** Deletes what was composed; the composite goes when all of that is gone. */
  async #delete(composite: KubeObject): Promise<void> {
    const { finalizers = [] } = composite.metadata;
    if (!finalizers.includes(COMPOSITE_FINALIZER)) return;
    if ((await deleteComposed(composite, this.#client)) > 0) {
      await this.#report(composite, [
        { type: 'Ready', status: 'False', reason: 'Deleting' },
      ]);
      return;
    }
    await this.#client.update(
      {
        ...composite,
        metadata: {
          ...composite.metadata,
          finalizers: finalizers.filter(one => one !== COMPOSITE_FINALIZER),
        },
      } as KubeObject,
      { manager: CORE_MANAGER },
    );
  }

  async #report(
    composite: KubeObject,
    conditions: NewCondition[],
  ): Promise<void> {
    const next = withConditions(
      composite,
      conditions.map(one => ({
        ...one,
        observedGeneration: composite.metadata.generation,
      })),
      this.#now(),
    );
    if (sameJson(next, listAt(composite, 'status', 'conditions'))) return;
    await this.#client.patch(
      refOf(composite),
      { status: { conditions: next } },
      { manager: CORE_MANAGER, subresource: 'status' },
    );
  }

  async #event(
    object: KubeObject,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
  ): Promise<void> {
    // Said once: a composite that stays as it is has nothing to report.
    if (type === 'Normal' && hasCondition(object, 'Synced', 'True')) return;
    await recordEvent(this.#client, object, {
      type,
      reason,
      message,
      component: `defined/compositeresourcedefinition.apiextensions.crossplane.io`,
      now: this.#now(),
    });
  }
}

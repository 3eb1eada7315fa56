import { globTest } from './glob';
import { ManagerGroups } from './types';

/** Who a field manager is. */
export type ManagerGroup = 'human' | 'gitops' | 'controller' | 'unknown';

/** The managers that are told apart without configuration. */
export const DEFAULT_MANAGERS: Required<ManagerGroups> = {
  human: [
    'kubectl*',
    'k9s*',
    'lens*',
    'openlens*',
    'freelens*',
    'node-fetch',
    'headlamp*',
    'mozilla*',
    'backstage*',
    'kubernetes-dashboard*',
    'dashboard*',
    'argocd-server',
    'oc',
    'oc-*',
    'curl',
  ],
  gitops: [
    'argocd',
    'argocd-controller',
    'argocd-application-controller',
    'argocd-applicationset-controller',
    'argo-cd',
    'flux*',
    'kustomize-controller',
    'helm-controller',
  ],
  controller: [
    'kube-*',
    'kubelet*',
    'cloud-controller-manager*',
    '*controller*',
    '*operator*',
    'crossplane*',
    '*.crossplane.io*',
    '*.upbound.io*',
    'provider',
    'provider-*',
    'upjet-*',
    'cert-manager*',
    'cainjector',
    'external-secrets*',
    'cluster-autoscaler*',
    'vpa-*',
    'keda*',
    'karpenter*',
    'istio*',
    'pilot-discovery',
    'linkerd*',
    'manager',
  ],
};

function compile(groups: ManagerGroups): (manager: string) => ManagerGroup {
  const order = (['human', 'gitops', 'controller'] as const).map(group => ({
    group,
    globs: (groups[group] ?? DEFAULT_MANAGERS[group]).map(globTest),
  }));
  const known = new Map<string, ManagerGroup>();
  return manager => {
    let found = known.get(manager);
    if (!found) {
      found =
        order.find(({ globs }) => globs.some(fits => fits(manager)))?.group ??
        'unknown';
      // Names come from the cluster and are not bounded.
      if (known.size > 1000) known.clear();
      known.set(manager, found);
    }
    return found;
  };
}

const compiled = new WeakMap<
  ManagerGroups,
  (manager: string) => ManagerGroup
>();

/** Which group a field manager belongs to; configured groups replace ours. */
export function groupOfManager(
  manager: string,
  groups: ManagerGroups = DEFAULT_MANAGERS,
): ManagerGroup {
  let match = compiled.get(groups);
  if (!match) {
    match = compile(groups);
    compiled.set(groups, match);
  }
  return match(manager);
}

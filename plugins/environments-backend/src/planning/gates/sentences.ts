import {
  diffObjects,
  Evidence,
  findDefinition,
  GateFacts,
  GateName,
  getKey,
  GateVerdict,
  JsonObject,
} from '@stagecraft/engine';

/** Groups of Kubernetes itself: no repository defines their kinds, and none has to. */
const BUILT_IN_GROUP = /^([a-z]+|[a-z.-]+\.k8s\.io)$/;

function groupOf(object: JsonObject): string {
  const version = getKey(object, 'apiVersion');
  const [group, rest] = String(version ?? '').split('/');
  return rest === undefined ? '' : group;
}

function nameOf(object: JsonObject): string {
  const name = getKey(getKey(object, 'metadata'), 'name');
  return `${String(getKey(object, 'kind'))}/${String(name)}`;
}

function isBuiltIn(object: JsonObject): boolean {
  const group = groupOf(object);
  return group === '' || BUILT_IN_GROUP.test(group);
}

/** What a gate is called on screen. */
export function gateTitle(gate: GateName, facts: GateFacts): string {
  switch (gate) {
    case 'exists':
      return facts.from ? `Exists in ${facts.from}` : 'Exists before';
    case 'health':
      return facts.from ? `Healthy in ${facts.from}` : 'Healthy before';
    case 'soak':
      return 'Soak time';
    case 'window':
      return 'Freeze';
    case 'approval':
      return 'Approval';
    case 'schema':
      return 'Schema';
    case 'hotfix':
      return 'Hotfix guard';
    case 'parity':
      return 'Parity contract';
    case 'destructive':
      return 'Data safety';
    default:
      return 'Emergency override';
  }
}

/** Number of fields that a change sets or removes. */
function changedFields(facts: GateFacts): number {
  const before = new Map(
    (facts.before ?? []).map(object => [nameOf(object), object]),
  );
  return (facts.after ?? []).reduce((sum, object) => {
    const old = before.get(nameOf(object));
    return sum + (old ? diffObjects(old, object).length : 1);
  }, 0);
}

function existsPasses(facts: GateFacts): string {
  if (!facts.from) return `${facts.to} is the first environment`;
  const count = changedFields(facts);
  return count === 1
    ? `1 of 1 field is live there`
    : `${count} of ${count} fields are live there`;
}

function schemaPasses(facts: GateFacts): string {
  const definitions = new Set(
    (facts.after ?? []).flatMap(object => {
      const found = findDefinition(facts.xrds ?? [], object);
      const version = String(getKey(object, 'apiVersion')).split('/').at(-1);
      return found.state === 'found'
        ? [
            `${found.xrd.flavor === 'crd' ? 'CRD' : 'XRD'} ${
              found.xrd.plural
            } ${version}`,
          ]
        : [];
    }),
  );
  return definitions.size > 0
    ? `valid against ${[...definitions].join(', ')}`
    : 'only kinds of Kubernetes itself, which the API server checks';
}

function approvalWaits(facts: GateFacts, items: readonly Evidence[]): string[] {
  const required = facts.rules.approval?.required ?? 0;
  return items.flatMap(item => {
    if (item.code === 'approval.missing') {
      return [
        `${
          required - (item.missing ?? 0)
        } of ${required}; the author cannot approve`,
      ];
    }
    if (item.code === 'approval.group-missing' && item.group) {
      const wanted = facts.rules.approval?.groups?.[item.group] ?? 0;
      return [
        `${wanted - (item.missing ?? 0)} of ${wanted} from ${
          item.group
        }; the author cannot approve`,
      ];
    }
    return [];
  });
}

function approvalPasses(facts: GateFacts): string {
  const { reviews = [], request } = facts;
  const names = ('unknown' in reviews ? [] : reviews)
    .filter(
      review =>
        review.state === 'approved' &&
        review.content === request?.content &&
        review.by !== request?.author &&
        !request?.pushers?.includes(review.by),
    )
    .map(review => review.by.replace(/^user:(default\/)?/, ''));
  return names.length > 0
    ? `approved by ${[...new Set(names)].join(', ')}`
    : 'nobody has to approve';
}

/** Verdict and evidence of a gate as people read them. */
export function gateWords(
  gate: GateName,
  judged: GateVerdict,
  facts: GateFacts,
): { verdict: GateVerdict['verdict']; evidence: string[] } {
  // That the repository does not define Deployment is no news.
  const builtIn = new Set((facts.after ?? []).filter(isBuiltIn).map(nameOf));
  const items = judged.evidence.filter(
    item =>
      item.code !== 'schema.no-definition' || !builtIn.has(item.resource ?? ''),
  );
  const quiet = items.every(
    ({ level }) => level === 'pass' || level === 'info',
  );
  const verdict = quiet && gate === 'schema' ? 'pass' : judged.verdict;
  if (verdict === 'pass') {
    if (gate === 'exists') return { verdict, evidence: [existsPasses(facts)] };
    if (gate === 'schema') return { verdict, evidence: [schemaPasses(facts)] };
    if (gate === 'approval') {
      return { verdict, evidence: [approvalPasses(facts)] };
    }
  }
  const counted =
    gate === 'approval' ? approvalWaits(facts, judged.evidence) : [];
  const ORDER = ['fail', 'pending', 'warn', 'info', 'pass'];
  const others = items
    .filter(
      item =>
        item.code !== 'approval.missing' &&
        item.code !== 'approval.group-missing',
    )
    .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level))
    .map(item => item.message);
  return { verdict, evidence: [...counted, ...others] };
}

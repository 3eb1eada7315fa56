interface Placed {
  /** Where the content begins, without anchor and tag. */
  readonly offset: number;
}

/** A node of the first document of a text, before it is given a value. */
export type YamlNode = ScalarNode | MapNode | ListNode | AliasNode;

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly text: string;
  /** Neither quoted nor a block, or tagged `!`: its form says what it is. */
  readonly implicit: boolean;
  /** In full, such as `tag:yaml.org,2002:int`; empty if there is none. */
  readonly tag: string;
}

export interface MapNode extends Placed {
  readonly kind: 'map';
  readonly entries: readonly (readonly [YamlNode, YamlNode])[];
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface AliasNode extends Placed {
  readonly kind: 'alias';
  readonly name: string;
  /** What it repeats; the very collection it stands in is no valid target. */
  readonly target: YamlNode;
}

/** A key that stands for the content of another mapping. */
export function isMerge(node: YamlNode): boolean {
  return (
    node.kind === 'scalar' &&
    node.text === '<<' &&
    (node.implicit || node.tag === 'tag:yaml.org,2002:merge')
  );
}

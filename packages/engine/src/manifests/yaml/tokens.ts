/** What a scanner finds between two gaps; offsets are those of the text. */
export type Token =
  | {
      readonly type: PunctuationType;
      readonly offset: number;
      readonly end: number;
    }
  | {
      readonly type: 'alias' | 'anchor';
      readonly offset: number;
      readonly end: number;
      readonly name: string;
    }
  | {
      readonly type: 'tag';
      readonly offset: number;
      readonly end: number;
      /** Empty if the tag was written in full. */
      readonly handle: string;
      readonly suffix: string;
    }
  | {
      readonly type: 'scalar';
      readonly offset: number;
      readonly end: number;
      readonly text: string;
      /** Neither quoted nor a block. */
      readonly plain: boolean;
    }
  | {
      readonly type: 'version';
      readonly offset: number;
      readonly end: number;
      readonly version: string;
    }
  | {
      readonly type: 'tag-directive';
      readonly offset: number;
      readonly end: number;
      readonly handle: string;
      readonly prefix: string;
    };

export type PunctuationType =
  | 'stream-end'
  | 'document-start'
  | 'document-end'
  | 'block-list'
  | 'block-map'
  | 'block-end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | 'key'
  | 'value';

/** Colour family of a mark or text; goes into `data-tone`. */
export type Tone =
  | 'positive'
  | 'announcement'
  | 'warning'
  | 'negative'
  | 'neutral';

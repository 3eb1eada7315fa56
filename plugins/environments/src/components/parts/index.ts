export { AppLink } from './AppLink';
export { CountLink, REASONS } from './CountLink';
export { DiffLines, DiffView } from './DiffView';
export { EmptyState } from './EmptyState';
export { FailedState } from './FailedState';
export { FieldPathText, pathSteps } from './FieldPathText';
export { FilterChips } from './FilterChips';
export type { FilterChip } from './FilterChips';
export { GateBar } from './GateBar';
export { GateList } from './GateList';
export { GatePopover } from './GatePopover';
export {
  countGates,
  gateInShort,
  gateMark,
  gateTone,
  sortGates,
} from './gates';
export type { GateCounts } from './gates';
export { HealthMark, healthTone } from './HealthMark';
export { KindMark } from './KindMark';
export { Mark } from './Mark';
export type { MarkName } from './Mark';
export { NoteInCard } from './NoteInCard';
export { PageGround } from './PageGround';
export { PersonName } from './PersonName';
export { originText } from './originText';
export { ReasonChip } from './ReasonChip';
export { RichText } from './RichText';
export { Segments } from './Segments';
export { RevisionLink, isWebAddress } from './RevisionLink';
export {
  ShownValueText,
  ValuePair,
  cardValueText,
  valueText,
} from './ShownValue';
export { TimeAgo, timeText } from './TimeAgo';

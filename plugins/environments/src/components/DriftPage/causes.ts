import { DriftCause } from '@stagecraft/plugin-environments-common';
import { Tone } from '../../styles';
import { MarkName } from '../parts';

/** How each cause of drift looks. */
export const CAUSES: Record<DriftCause, { mark: MarkName; tone: Tone }> = {
  manual: { mark: 'user', tone: 'warning' },
  pending: { mark: 'tray', tone: 'announcement' },
  mutated: { mark: 'sliders', tone: 'neutral' },
  controller: { mark: 'sliders', tone: 'neutral' },
  autoscaler: { mark: 'sliders', tone: 'neutral' },
  default: { mark: 'equal', tone: 'neutral' },
  ignored: { mark: 'eyeOff', tone: 'neutral' },
  unknown: { mark: 'clock', tone: 'neutral' },
};

import './tones.css';
import styles from './ui.module.css';

/** Shared class names. Whoever uses them gets the tones as well. */
export const ui = styles;

import { useEffect } from 'react';
import { CompareLayout } from './CompareBar';

const FIELDS_OF_TEXT = 'input, textarea, select, [contenteditable]';

function step(direction: 1 | -1) {
  const all = Array.from(
    document.querySelectorAll<HTMLElement>('[data-difference]'),
  );
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next =
    all[at === -1 && direction === -1 ? all.length - 1 : at + direction];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** n and p go to the next and previous difference, f and y change the view. */
export function useCompareKeys(setLayout: (layout: CompareLayout) => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (modified || target.closest(FIELDS_OF_TEXT)) {
        return;
      }
      switch (event.key) {
        case 'n':
          step(1);
          break;
        case 'p':
          step(-1);
          break;
        case 'f':
          setLayout('fields');
          break;
        case 'y':
          setLayout('yaml');
          break;
        default:
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [setLayout]);
}

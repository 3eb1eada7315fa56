import { KeyboardEvent, useCallback } from 'react';

const MOVES: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Arrow keys move between the cells of a grid, Enter follows the first link of
 * a cell. Cells are the `td` elements of the table.
 */
export function useGridKeys() {
  return useCallback((event: KeyboardEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest('td');
    if (!cell || event.target !== cell) {
      return;
    }
    if (event.key === 'Enter') {
      cell.querySelector('a')?.click();
      return;
    }
    const move = MOVES[event.key];
    if (!move) {
      return;
    }
    const row = cell.parentElement as HTMLTableRowElement;
    const rows = Array.from(event.currentTarget.tBodies[0].rows);
    const next =
      rows[rows.indexOf(row) + move[0]]?.cells[cell.cellIndex + move[1]];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }, []);
}

/** What a key does in a table whose cell has the focus. */

export type GridStep =
  | { readonly kind: 'move'; readonly down: number; readonly right: number }
  /** With a text the cell starts from it, as one types over a cell. */
  | { readonly kind: 'edit'; readonly text?: string }
  | { readonly kind: 'clear' | 'undo' | 'redo' | 'leave' };

/** Rows of a screen, about. */
const SCREEN = 20;
const FAR = Number.MAX_SAFE_INTEGER;

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const move = (down: number, right: number): GridStep => ({ kind: 'move', down, right });

/** Null where the key is not the table's. At the ends of a row Tab goes on in the page, so that nobody is caught. */
export function stepOf(event: Key, column: number, columns: number): GridStep | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey) return null;
  if (ctrlKey || metaKey) return withControl(key.toLowerCase(), shiftKey);
  switch (key) {
    case 'ArrowUp':
      return move(-1, 0);
    case 'ArrowDown':
      return move(1, 0);
    case 'ArrowLeft':
      return move(0, -1);
    case 'ArrowRight':
      return move(0, 1);
    case 'PageUp':
      return move(-SCREEN, 0);
    case 'PageDown':
      return move(SCREEN, 0);
    case 'Home':
      return move(0, -FAR);
    case 'End':
      return move(0, FAR);
    case 'Tab':
      if (shiftKey) return column > -1 ? move(0, -1) : null;
      return column < columns - 1 ? move(0, 1) : null;
    case 'Enter':
    case 'F2':
      return column < 0 ? null : { kind: 'edit' };
    case 'Delete':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return column >= 0 && isTyped(event) && key !== ' ' ? { kind: 'edit', text: key } : null;
  }
}

/** Whether a key writes a character. */
export const isTyped = ({ key, ctrlKey, metaKey, altKey }: Key): boolean =>
  [...key].length === 1 && !ctrlKey && !metaKey && !altKey;

function withControl(key: string, shift: boolean): GridStep | null {
  switch (key) {
    case 'z':
      return { kind: shift ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    case 'home':
      return move(-FAR, -FAR);
    case 'end':
      return move(FAR, FAR);
    default:
      return null;
  }
}

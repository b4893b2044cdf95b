/**
 * The platform's modal dialog: the rest of the page is inert while it is there, Escape closes it, and the focus
 * goes back to where it was.
 */
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  readonly label: string;
  readonly class: string;
  /** Called when it is to go; whoever shows it takes it away then. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** The focus begins on the whole, where no control is the first thing to use; else on the first one. */
  readonly startsWhole?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** Where the element is wanted. */
  readonly box?: RefObject<HTMLDialogElement | null>;
}

export function Dialog({ label, class: name, onClose, children, startsWhole = false, onKeyDown, box }: DialogProps) {
  const own = useRef<HTMLDialogElement>(null);
  const ref = box ?? own;
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const onClosed = () => {
      // What was opened again meanwhile is not to go.
      if (!dialog.open) latest.current();
    };
    dialog.showModal();
    if (startsWhole) dialog.focus();
    dialog.addEventListener('close', onClosed);
    document.addEventListener('keydown', keepEscape, true);
    return () => {
      document.removeEventListener('keydown', keepEscape, true);
      dialog.removeEventListener('close', onClosed);
      // A dialog that is only taken away does not give the focus back.
      dialog.close();
    };
  }, []);
  return (
    <dialog class={name} aria-label={label} ref={ref} onKeyDown={onKeyDown}>
      {children}
    </dialog>
  );
}

/** The browser closes the dialog at this key; what else closes by it stays. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}

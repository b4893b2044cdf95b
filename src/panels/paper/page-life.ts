/** What every page to print needs while it is open: its paper, the keyboard, and the printer to itself. */
import { useEffect } from 'preact/hooks';
import type { Orientation, Paper } from './paper-size.ts';

/** Tells the browser the paper, as long as the page is open. */
export function usePaper(paper: Paper, orientation: Orientation): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: ${paper} ${orientation}; margin: 0; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [paper, orientation]);
}

/** While it is open the page has the keyboard and the printer to itself; Escape closes it. */
export function useAlone(box: { readonly current: HTMLElement | null }, onClose: () => void): void {
  useEffect(() => {
    const app = document.getElementById('app');
    const before = document.activeElement;
    app?.toggleAttribute('inert', true);
    document.documentElement.dataset['layout'] = 'page';
    box.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      app?.toggleAttribute('inert', false);
      delete document.documentElement.dataset['layout'];
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
}

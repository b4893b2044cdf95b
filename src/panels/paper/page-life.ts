/** What every page to print needs while it is open: its paper, and the printer to itself. */
import type { RefObject } from 'preact';
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

/**
 * While it is open nothing else is printed. A modal dialog lies in a layer over the document, where no browser has to
 * break it into pages: for the printer it is an ordinary one.
 */
export function useAlonePrinted(box: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    let focused: Element | null = null;
    const toPaper = () => {
      focused = document.activeElement;
      box.current?.close();
      box.current?.show();
    };
    const toScreen = () => {
      box.current?.close();
      box.current?.showModal();
      if (focused instanceof HTMLElement) focused.focus();
    };
    document.documentElement.dataset['layout'] = 'page';
    addEventListener('beforeprint', toPaper);
    addEventListener('afterprint', toScreen);
    return () => {
      removeEventListener('beforeprint', toPaper);
      removeEventListener('afterprint', toScreen);
      delete document.documentElement.dataset['layout'];
    };
  }, []);
}

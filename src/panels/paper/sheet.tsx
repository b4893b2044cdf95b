/** What every page to print is shown in: a bar of tools over the pages as they will be on paper. */
import { type ComponentChildren, createPortal } from 'preact';
import { useRef } from 'preact/hooks';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton, Note } from '../../ui/pieces.tsx';
import { useAlonePrinted, usePaper } from './page-life.ts';
import { mmToPx, type Orientation, type Paper } from './paper-size.ts';
import './paper.css';

/** Room beside the pages on a screen. */
const AROUND_PX = 48;

interface PaperSheetProps {
  readonly label: string;
  /** Of the pages, where it is not that of the whole. */
  readonly title?: string;
  /** Class of what this kind of page has of its own. */
  readonly kind: string;
  readonly paper: Paper;
  readonly orientation: Orientation;
  /** What can be changed about the pages. */
  readonly tools: ComponentChildren;
  /** Said under the tools. */
  readonly hint?: string;
  /** Words of the two buttons. */
  readonly words: { readonly print: string; readonly close: string };
  /** Everything that is to be printed is drawn. */
  readonly ready: boolean;
  /** Why nothing can be drawn, in words. */
  readonly failure?: string | null;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function PaperSheet(props: PaperSheetProps) {
  const { label, title = label, kind, paper, orientation, tools, hint, words, ready, failure = null } = props;
  const { onClose, children } = props;
  const box = useRef<HTMLDialogElement>(null);
  usePaper(paper, orientation);
  useAlonePrinted(box);
  return createPortal(
    <Dialog class={`print-layout ${kind}`} label={label} onClose={onClose} startsWhole onKeyDown={keepKey} box={box}>
      <div class="print-tools">
        {tools}
        <button type="button" class="primary-button" disabled={!ready} onClick={() => window.print()}>
          {words.print}
        </button>
        <IconButton icon="close" label={words.close} onClick={onClose} />
        {hint !== undefined && <p class="field-hint">{hint}</p>}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too */}
      <section class="print-preview" aria-label={title} tabIndex={0}>
        {failure !== null && <Note tone="warning">{failure}</Note>}
        {children}
      </section>
    </Dialog>,
    document.body,
  );
}

/** Keys scroll the pages; they are no keys of the stage that the sheet may lie over. */
const keepKey = (event: KeyboardEvent) => event.stopPropagation();

/** The pages; `width` of one in millimetres. On a narrower screen they are seen smaller; on paper they have their size. */
export function Pages({ width, children }: { readonly width: number; readonly children: ComponentChildren }) {
  const zoom = Math.min(1, (innerWidth - AROUND_PX) / mmToPx(width));
  return (
    <div class="print-pages" style={{ '--page-zoom': String(zoom) }}>
      {children}
    </div>
  );
}

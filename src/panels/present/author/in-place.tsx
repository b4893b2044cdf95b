/**
 * Title and words, written on the stage where they stand and in the size that they have there. The stage shows what is
 * written as it lays it out; over it lies the field, which follows.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { said, saidIn, type Written } from '../../../domain/tour-edit.ts';
import type { TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { writtenIn } from './write-words.ts';
import './in-place.css';

interface InPlaceProps {
  readonly stop: TourStop;
  /** @param run names a run of typing that is one step back */
  onChange(change: Partial<Omit<TourStop, 'id'>>, run: string): void;
  onRest(): void;
}

export function InPlace(props: InPlaceProps) {
  const [open, setOpen] = useState<Written | null>(null);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (open === null) return;
    dataset['writing'] = open;
    return () => {
      delete dataset['writing'];
    };
  }, [open]);
  return (
    <>
      {(['title', 'words'] as const).map((field) => (
        <Place key={field} {...props} field={field} open={open === field} onOpen={setOpen} />
      ))}
    </>
  );
}

interface PlaceProps extends InPlaceProps {
  readonly field: Written;
  readonly open: boolean;
  onOpen(field: Written | null): void;
}

/** Above what words are missing, and how high is what is not written yet; CSS pixels. */
const BELOW = 8;
const HEIGHT = 34;
/** Where a title begins that is not written yet, as a share of the column. */
const UPPER = 0.3;

function Place({ stop, field, open, onOpen, onChange, onRest }: PlaceProps) {
  const { state, i18n } = useApp();
  const { t, lang } = i18n.value;
  const own = useSetting(`.stage-${field}`);
  const title = useSetting('.stage-title');
  const text = saidIn(stop[field], lang);
  const label = t(field === 'title' ? 'writeTitle' : 'writeWords');
  const area = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  /** Left by a key: who came by keys goes on from here. */
  const isLeft = useRef(false);
  useEffect(() => {
    if (open) {
      area.current?.focus();
      area.current?.select();
    } else if (isLeft.current) opener.current?.focus();
    isLeft.current = false;
  }, [open]);
  const inner = state.present.stageSize.value?.frame?.inner;
  const first =
    inner === undefined
      ? null
      : { left: inner.x, top: inner.y + UPPER * inner.h, width: inner.w, height: HEIGHT, type: null };
  const above = title ?? first;
  const missing =
    above === null || (field === 'title' && title === null)
      ? first
      : { ...above, top: above.top + above.height + BELOW, height: HEIGHT, type: null };
  const setting = own ?? missing;
  if (setting === null) return null;
  const { left, top, width, height, type } = setting;
  const at = { left: `${left}px`, top: `${top}px`, width: `${width}px`, minHeight: `${height}px` };
  if (!open)
    return (
      <button
        ref={opener}
        type="button"
        class={`in-place ${own === null ? 'is-missing' : ''}`}
        style={at}
        aria-label={label}
        title={label}
        onClick={() => onOpen(field)}
      >
        {own === null && `＋ ${label}`}
      </button>
    );
  const close = () => {
    onRest();
    onOpen(null);
  };
  const take = (from: HTMLTextAreaElement) => {
    const next = writtenIn(from, text, field);
    if (next !== text) onChange({ [field]: said(stop[field], lang, next) }, `${stop.id}-${field}`);
  };
  return (
    <textarea
      ref={area}
      class="in-place"
      dir="auto"
      aria-label={label}
      style={{ ...at, height: `${height}px`, ...type }}
      value={text}
      onInput={(event) => !event.isComposing && take(event.currentTarget)}
      onCompositionEnd={(event) => take(event.currentTarget)}
      onBlur={close}
      onKeyDown={(event) => {
        if (event.isComposing || (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey))) return;
        // Words have a second line; a title has none of its own.
        if (event.key === 'Enter' && field === 'words' && !event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        isLeft.current = true;
        close();
      }}
    />
  );
}

/** Where an element of the stage stands in the window, and its type. */
interface Setting {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly type: Readonly<Record<'fontSize' | 'lineHeight' | 'fontWeight', string>> | null;
}

function settingOf(selector: string): Setting | null {
  const element = document.querySelector(`.present-stage ${selector}`);
  if (element === null) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const { fontSize, lineHeight, fontWeight } = getComputedStyle(element);
  return { left, top, width, height, type: { fontSize, lineHeight, fontWeight } };
}

/** Followed through every change of the stage; null while there is no such element. */
function useSetting(selector: string): Setting | null {
  const [setting, setSetting] = useState<Setting | null>(null);
  useEffect(() => {
    const stage = document.querySelector('.present-stage');
    if (stage === null) return;
    const look = () =>
      setSetting((before) => {
        const now = settingOf(selector);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    const changes = new MutationObserver(look);
    const sizes = new ResizeObserver(look);
    changes.observe(stage, { subtree: true, childList: true, characterData: true, attributes: true });
    sizes.observe(stage);
    look();
    return () => {
      changes.disconnect();
      sizes.disconnect();
    };
  }, [selector]);
  return setting;
}

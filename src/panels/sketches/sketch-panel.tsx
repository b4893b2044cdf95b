/** Remarks and sketches: what to draw, what is drawn with its words, and their file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { download } from '../../data/export/download.ts';
import { inBbox } from '../../domain/position.ts';
import { isOnePlace, SKETCH_KINDS, type Sketch, type SketchKind, sketchCollection } from '../../domain/sketch.ts';
import { boxOf } from '../../domain/thing-places.ts';
import { useApp } from '../../state/app.ts';
import type { Sketches } from '../../state/sketches/sketches.ts';
import { today } from '../../state/today.ts';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import './sketches.css';
import { FileButton } from '../../ui/file-button.tsx';

/** What a file has that is no sketch, or why it could not be read. */
interface FileNotes {
  readonly failed: string | null;
  readonly added: number;
  readonly rejected: readonly string[];
}

export default function SketchPanel() {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  useEffect(() => need.sketches(), []);
  const sketches = state.sketches.value;
  return (
    <article class="panel" aria-label={t('sketches')}>
      <PanelHead title={t('sketches')} kicker={t('planTitle')} />
      {sketches === null ? <p class="boot">{t('loading')}</p> : <Body sketches={sketches} />}
    </article>
  );
}

function Body({ sketches }: { readonly sketches: Sketches }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const list = sketches.list.value;
  return (
    <>
      <Section title={t('sketchDraw')}>
        <Tools sketches={sketches} />
        <Note>{t('sketchWhat')}</Note>
        {!sketches.kept.value && <Note tone="warning">{t('sketchUnkept')}</Note>}
      </Section>
      <Section title={t('sketchList', { n: list.length })}>
        {list.length === 0 && <Note>{t('sketchNone')}</Note>}
        <ul class="sketch-list">
          {list.map((sketch) => (
            <Line key={sketch.id} sketch={sketch} sketches={sketches} />
          ))}
        </ul>
        <label class="sketch-shown">
          <input
            type="checkbox"
            checked={sketches.shown.value}
            onChange={({ currentTarget: { checked } }) => sketches.show(checked)}
          />
          {t('sketchShown')}
        </label>
      </Section>
      <Section title={t('sketchFile')}>
        <Files sketches={sketches} />
      </Section>
    </>
  );
}

function Tools({ sketches }: { readonly sketches: Sketches }) {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  // What is measured has its own bar.
  const drawing = sketches.measuring.value ? null : sketches.drawing.value;
  const reshaped = sketches.list.value.find(({ id }) => id === sketches.reshaping.value);
  const begin = (kind: SketchKind) => {
    sketches.draw(kind);
    if (narrow.value) state.actions.setSheet('peek');
  };
  return (
    <>
      <p class="sketch-tools">
        {SKETCH_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="text-button"
            aria-pressed={drawing === kind}
            disabled={map.value === null}
            onClick={() => (drawing === kind ? sketches.draw(null) : begin(kind))}
          >
            {t(`sketchKind.${kind}`)}
          </button>
        ))}
      </p>
      {drawing !== null && <Hints sketches={sketches} kind={drawing} isNew />}
      {reshaped !== undefined && <Hints sketches={sketches} kind={reshaped.kind} isNew={false} />}
    </>
  );
}

interface HintsProps {
  readonly sketches: Sketches;
  readonly kind: SketchKind;
  /** It is drawn; else it gets another shape. */
  readonly isNew: boolean;
}

/** What both hands can do now, and the same as buttons. */
function Hints({ sketches, kind, isNew }: HintsProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const control = sketches.control.value;
  const hint = isOnePlace(kind)
    ? isNew
      ? 'sketchHintPoint'
      : 'sketchHintMove'
    : isNew
      ? 'sketchHintLine'
      : 'sketchHintReshape';
  return (
    <div role="status">
      <Note>{t(hint)}</Note>
      <p class="sketch-tools">
        {(!isNew || !isOnePlace(kind)) && control !== null && (
          <>
            <button type="button" class="text-button" onClick={control.finish}>
              {t('drawFinish')}
            </button>
            <button type="button" class="text-button" onClick={control.undo}>
              {t('drawUndo')}
            </button>
          </>
        )}
        {!isNew && control !== null && (
          <button type="button" class="text-button" onClick={control.redo}>
            {t('drawRedo')}
          </button>
        )}
        <button type="button" class="text-button" onClick={() => sketches.draw(null)}>
          {t('cancel')}
        </button>
      </p>
    </div>
  );
}

function Line({ sketch, sketches }: { readonly sketch: Sketch; readonly sketches: Sketches }) {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  const input = useRef<HTMLInputElement>(null);
  const kind = t(`sketchKind.${sketch.kind}`);
  // What was just drawn is named next.
  useEffect(() => {
    if (sketches.fresh.peek() === sketch.id) input.current?.focus();
  }, []);
  const look = () => {
    const box = boxOf(sketch.places);
    if (box !== null) map.value?.fitBox(box);
  };
  const isReshaped = sketches.reshaping.value === sketch.id;
  const button = useRef<HTMLButtonElement>(null);
  const wasReshaped = useRef(false);
  // The map lets go of the focus: the next key goes on from here.
  useEffect(() => {
    if (wasReshaped.current && !isReshaped) button.current?.focus();
    wasReshaped.current = isReshaped;
  }, [isReshaped]);
  const reshape = () => {
    sketches.reshape(isReshaped ? null : sketch.id);
    if (isReshaped) return;
    const view = state.inView.peek();
    if (view !== null && !sketch.places.every((at) => inBbox(at, view.bbox))) look();
    if (narrow.value) state.actions.setSheet('peek');
  };
  const name = sketch.text === '' ? kind : sketch.text;
  return (
    <li>
      <label>
        <span class="small muted">{kind}</span>
        <input
          ref={input}
          type="text"
          maxLength={500}
          value={sketch.text}
          placeholder={t('sketchText')}
          onChange={({ currentTarget: { value } }) => sketches.say(sketch.id, value)}
        />
      </label>
      <LinkButton onClick={look}>{t('sketchLook')}</LinkButton>
      <button
        ref={button}
        type="button"
        class="link-button"
        aria-label={t('sketchReshapeThis', { name })}
        aria-pressed={isReshaped}
        disabled={map.value === null}
        onClick={reshape}
      >
        {t('sketchReshape')}
      </button>
      <button
        type="button"
        class="link-button"
        aria-label={t('sketchRemoveThis', { name })}
        onClick={() => sketches.remove(sketch.id)}
      >
        {t('sketchRemove')}
      </button>
    </li>
  );
}

function Files({ sketches }: { readonly sketches: Sketches }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [notes, setNotes] = useState<FileNotes | null>(null);
  const save = () =>
    download(
      `foshan-224-sketches-${today()}.geojson`,
      `${JSON.stringify(sketchCollection(sketches.list.peek()), null, 2)}\n`,
      'application/geo+json',
    );
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const { sketches: read, rejected } = sketches.read(await file.text());
      setNotes({
        failed: null,
        added: read.length,
        rejected: rejected.map(({ n, why }) => t('sketchRejected', { n, why })),
      });
    } catch {
      setNotes({ failed: file.name, added: 0, rejected: [] });
    }
  };
  return (
    <>
      <p class="sketch-tools">
        <button type="button" class="text-button" disabled={sketches.list.value.length === 0} onClick={save}>
          {t('sketchSave')}
        </button>
        <FileButton
          look="text-button"
          label={t('sketchOpen')}
          accept=".geojson,.json"
          onFiles={([file]) => void open(file)}
        />
        <button type="button" class="text-button" onClick={() => sketches.undo()}>
          {t('drawUndo')}
        </button>
      </p>
      <div role="status">
        {notes !== null && notes.failed !== null && (
          <Note tone="warning">{t('sketchFailed', { name: notes.failed })}</Note>
        )}
        {notes !== null && notes.failed === null && <Note>{t('sketchAdded', { n: notes.added })}</Note>}
        {notes?.rejected.slice(0, 5).map((line) => (
          <Note key={line} tone="warning">
            {line}
          </Note>
        ))}
      </div>
    </>
  );
}

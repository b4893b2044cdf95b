/** The outline of a correction: drawn on the map, pasted, or the first area of a file. */
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { outlineM2 } from '../../analysis/outline-share.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { areaText } from '../shared/measures.ts';
import { NO_OUTLINE, outlineIn, outlineText } from './draft.ts';
import { type FieldsProps, TextField } from './fields.tsx';
import { ReadOutline } from './read-outline.tsx';

export default function OutlineFields({ site, ...props }: FieldsProps & { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { draft, change } = props;
  const { sketch, setSketch } = state.corrections;
  const outline = outlineIn(draft);
  const [said, setSaid] = useState('');
  const written = useRef(draft.outline);
  written.current = draft.outline;
  // What is read is on the map, and what is drawn there is in the form.
  useEffect(() => {
    if (draft.outline !== '') setSketch({ record: site.id, outline });
  }, [draft.outline]);
  useSignalEffect(() => {
    const drawn = sketch.value?.outline ?? null;
    if (drawn !== null && outlineText(drawn) !== written.current) change({ outline: outlineText(drawn) });
  });
  useEffect(() => () => stopDrawing(state), []);
  const corners = outline === null ? 0 : outline.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  const words =
    outline !== null
      ? t('outlineNow', { n: corners, area: areaText(i18n.value, outlineM2(outline)) })
      : t(draft.outline === NO_OUTLINE ? 'outlineGone' : 'outlineNotYet');
  return (
    <>
      <p class="plain-words" role="status">
        {words} {said}
      </p>
      <DrawOutline record={site.id} />
      <ReadOutline
        onOutline={(read, about) => {
          change({ outline: outlineText(read) });
          setSaid(about);
        }}
      />
      {site.outline !== undefined && draft.outline !== NO_OUTLINE && (
        <p class="actions">
          <LinkButton onClick={() => change({ outline: NO_OUTLINE, outlineDate: '' })}>{t('outlineRemove')}</LinkButton>
        </p>
      )}
      <TextField
        {...props}
        name="outlineDate"
        label={`${t('outlineOf')} (${t('optional')})`}
        hint={t('fieldDateHint')}
        about={['date']}
      />
    </>
  );
}

function stopDrawing({ plan }: ReturnType<typeof useApp>['state']): void {
  if (plan.drawing.peek() === 'outline') plan.stopDrawing();
}

/** By pointer, or by the keyboard's cursor on the map. */
function DrawOutline({ record }: { readonly record: string }) {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  const { plan, corrections } = state;
  const control = plan.control.value;
  if (state.mapStatus.value !== 'ready') return <Note>{t('correctNoMap')}</Note>;
  if (plan.drawing.value !== 'outline')
    return (
      <p class="actions">
        <LinkButton
          onClick={() => {
            if (narrow.value) state.actions.setSheet('peek');
            corrections.setSketch({ record, outline: null });
            plan.startDrawing('outline');
            map.value?.focus();
          }}
        >
          {t('outlineDraw')}
        </LinkButton>
      </p>
    );
  return (
    <>
      <p class="actions">
        {control !== null && (
          <>
            <LinkButton onClick={control.finish}>{t('drawFinish')}</LinkButton>
            <LinkButton onClick={control.undo}>{t('drawUndo')}</LinkButton>
            <LinkButton onClick={control.redo}>{t('drawRedo')}</LinkButton>
          </>
        )}
        <LinkButton onClick={() => stopDrawing(state)}>{t('cancel')}</LinkButton>
      </p>
      <Note>{t('drawHint')}</Note>
    </>
  );
}

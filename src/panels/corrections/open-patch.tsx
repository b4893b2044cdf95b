/** Files of corrections on their way in: the button, and what the last one brought. */
import { readPatch } from '../../data/export/patch.ts';
import { correctionProblems } from '../../domain/correction-rules.ts';
import { sameTarget } from '../../domain/corrections.ts';
import { messageOf } from '../../domain/error-message.ts';
import { brokenRelations } from '../../domain/relation-rules.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { townsIn } from '../../state/corrections/towns-in.ts';
import { keepBefore } from '../../state/workspace/keep-before.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { Entry } from './entry.tsx';
import { namesIn, newWords } from './phrases.ts';
import { tellWhereNotKept, useCorrecting } from './use-correcting.ts';

const MAX_MB = 5;

export function OpenFile() {
  const app = useApp();
  const { state, i18n } = app;
  const { corrections, base } = state;
  const work = useCorrecting();
  const { t } = i18n.value;
  const openPatch = (opened: readonly Correction[]) => {
    const related = brokenRelations(opened, state.sites.peek(), townsIn(base));
    work.open(
      opened,
      (correction: Correction, site: Site | undefined) =>
        !related.has(correction) && correctionProblems(correction, site, base.districts).length === 0,
    );
  };
  const open = async (file: File) => {
    try {
      if (/\.(xlsx|ods|csv)$/i.test(file.name)) {
        const { openEdited } = await import('./workbook/open-edited.ts');
        return await openEdited(state, work, file, i18n.value);
      }
      if (file.size > MAX_MB * 1024 * 1024) throw new Error(t('correctionsTooLarge', { mb: MAX_MB }));
      const opened = readPatch(await file.text(), file.name).corrections;
      await keepBefore(app, 'taken', file.name);
      openPatch(opened);
      tellWhereNotKept(app);
    } catch (error) {
      corrections.dismissReport();
      state.actions.notify(t('correctionsOpenFailed', { reason: messageOf(error) }));
    }
  };
  return (
    <FileButton
      look="file-link"
      label={t('correctionsOpen')}
      accept=".json,.xlsx,.ods,.csv,application/json"
      onFiles={([file]) => file !== undefined && void open(file)}
    />
  );
}

/** What was not taken is listed by name; in the place of the user's own it can be taken one by one. */
export function OpenReport() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const work = useCorrecting();
  const report = state.corrections.report.value;
  const nameOf = namesIn(i18n.value, state);
  const ownOf = (correction: Correction) => state.corrections.list.value.find((each) => sameTarget(each, correction));
  return (
    <div role="status">
      {report !== null && (
        <>
          <p>
            {t('correctionsOpened', {
              added: report.added.length,
              known: report.known.length,
              refused: report.refused.length,
            })}
          </p>
          {report.refused.length > 0 && (
            <>
              <Note tone="warning">{t('correctionsRefused')}</Note>
              <ul class="corrections">
                {report.refused.map(({ correction, why }, index) => {
                  const own = why === 'ownDiffers' ? ownOf(correction) : undefined;
                  return (
                    <li key={`${index} ${correction.record}`}>
                      <p class="standing standing-conflict">{t(`refusal.${why}`)}</p>
                      <Entry correction={correction} />
                      {own !== undefined && (
                        <>
                          <p>{t('keepOwn', { value: newWords(i18n.value, own, nameOf) })}</p>
                          <p class="actions no-print">
                            <LinkButton onClick={() => work.takeRefused(correction)}>{t('keepTakeTheirs')}</LinkButton>
                          </p>
                        </>
                      )}
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}

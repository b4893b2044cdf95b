/** Cells and rows that are not taken, each with its place and its reason. */
import { useState } from 'preact/hooks';
import type { Refusal } from '../../../analysis/register-workbook/comparison.ts';
import type { I18n } from '../../../i18n/index.ts';
import { useApp } from '../../../state/app.ts';
import { LinkButton } from '../../../ui/pieces.tsx';
import { districtNames } from '../../shared/phrases.ts';

const LISTED = 50;

/** A broken rule has the words of the form that corrects one field. */
function reasonWords({ t }: I18n, { code, detail, rule }: Refusal, districts: string): string {
  if (rule !== undefined) return t(`correctionProblem.${rule}`, { districts });
  return code === 'rule' ? detail : t(`wbWhy.${code}`, { detail });
}

export function Refusals({ refused }: { readonly refused: readonly Refusal[] }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const [listed, setListed] = useState(LISTED);
  if (refused.length === 0) return null;
  return (
    <section class="workbook-group">
      <h4>{t('wbRefused', { n: refused.length })}</h4>
      <ul class="workbook-refused">
        {refused.slice(0, listed).map((refusal, index) => {
          const { sheet, row, column, record } = refusal;
          const site = state.siteById.value.get(record);
          const districts = site === undefined ? '' : districtNames(i18n.value, site);
          return (
            <li key={`${index} ${row} ${column}`}>
              <span class="muted">
                {t('wbRefusedAt', { sheet, row })}
                {column !== null && t('wbRefusedColumn', { column })}
                {record !== '' && ` · ${record}`}
              </span>{' '}
              {reasonWords(i18n.value, refusal, districts)}
            </li>
          );
        })}
      </ul>
      {refused.length > listed && (
        <LinkButton onClick={() => setListed(listed + LISTED)}>
          {t('wbMore', { n: Math.min(LISTED, refused.length - listed) })}
        </LinkButton>
      )}
    </section>
  );
}

/** What an import did with every row. */

import type { Receipt } from '../../data/import/types.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { PRECISIONS } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { Note, type Row, Rows } from '../../ui/pieces.tsx';
import { datumWords, noteWords } from './note-text.ts';
import { OutsideButton } from './outside-list.tsx';
import { RejectedRows } from './rejected-rows.tsx';

interface ReceiptProps {
  readonly receipt: Receipt;
  readonly name: string;
  /** It has just come and is read out. */
  readonly announced?: boolean;
}

/** A landmark only where it has just come: the one that a set keeps stands in the set's own. */
export function ReceiptView(props: ReceiptProps) {
  const { i18n } = useApp();
  if (props.announced !== true) return <Sums {...props} />;
  return (
    <section aria-label={`${i18n.value.t('receipt')}: ${props.name}`}>
      <Sums {...props} />
    </section>
  );
}

function Sums({ receipt, name, announced = false }: ReceiptProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const { placedBy, rejected, withoutPlace = 0 } = receipt;
  const by = [
    [placedBy.coordinates, t('receiptByCoordinates')],
    [placedBy.site ?? 0, t('receiptBySite')],
    [placedBy.town, t('receiptByTown')],
    [placedBy.district, t('receiptByDistrict')],
  ] as const;
  const precisions = PRECISIONS.filter((precision) => receipt.byPrecision[precision] > 0);
  return (
    <div class="receipt">
      <h3>{t('receipt')}</h3>
      <div role={announced ? 'status' : undefined}>
        <p class="receipt-sum">
          <strong class="tabular">{number(receipt.placed)}</strong> {t('receiptPlaced')} ·{' '}
          <strong class="tabular">{number(rejected.count)}</strong> {t('receiptRejected')} ·{' '}
          {withoutPlace > 0 && (
            <>
              <strong class="tabular">{number(withoutPlace)}</strong> {t('receiptWithoutPlace')} ·{' '}
            </>
          )}
          <span class="tabular">{number(receipt.rowsRead)}</span> {t('receiptRead')}
        </p>
      </div>
      {placedBy.town + placedBy.district > 0 && <Note>{t('receiptCoarse')}</Note>}
      <Rows
        rows={[
          {
            label: t('receiptFile'),
            value: [receipt.fileName, receipt.part, receipt.encoding?.toUpperCase()]
              .filter((part) => part != null)
              .map((part) => plainLine(part))
              .join(' · '),
          },
          {
            label: t('receiptPlaced'),
            value:
              by
                .filter(([n]) => n > 0)
                .map(([n, words]) => `${words} ${number(n)}`)
                .join(' · ') || number(0),
          },
          {
            label: t('receiptPrecision'),
            value:
              precisions.map((p) => `${t(`precision.${p}`)} ${number(receipt.byPrecision[p])}`).join(' · ') ||
              number(0),
          },
          ...(placedBy.coordinates === 0 ? [] : coordinateRows(i18n.value, receipt)),
        ]}
      />
      {receipt.warnings.length > 0 && (
        <>
          <h4>{t('receiptWarnings')}</h4>
          <ul class="data-notes">
            {receipt.warnings.map((warning, index) => (
              <li key={`${index} ${warning.code}`}>{noteWords(i18n.value, warning)}</li>
            ))}
          </ul>
        </>
      )}
      {receipt.outsideStated !== undefined && (
        <p>
          <OutsideButton setId={receipt.setId} count={receipt.outsideStated.rows.length} />
        </p>
      )}
      {rejected.count > 0 && (
        <RejectedRows rejected={rejected} title={t('receiptRejected')} fileName={`${name}-rejected.csv`} />
      )}
      {receipt.unjoined !== undefined && (
        <RejectedRows rejected={receipt.unjoined} title={t('receiptUnjoined')} fileName={`${name}-unjoined.csv`} />
      )}
    </div>
  );
}

/** Of rows with coordinates: the datum that these came in, and what became of them. */
function coordinateRows(i18n: I18n, receipt: Receipt): Row[] {
  const { t } = i18n;
  const { residual } = receipt;
  return [
    {
      label: t('receiptDatum'),
      value: `${datumOf(i18n, receipt)}${receipt.swapped ? ` · ${t('dataSwapped')}` : ''}`,
    },
    // Whether any is needed nobody knows as long as the datum is assumed.
    ...((receipt.datumOpen?.length ?? 0) > 1
      ? []
      : [{ label: t('receiptConversion'), value: noteWords(i18n, receipt.conversion) }]),
    {
      label: t('receiptResidual'),
      value:
        residual.checked === 0
          ? t('receiptResidualNone')
          : t('receiptResidualOf', {
              m: residual.maxM < 0.001 ? '0.001' : residual.maxM.toFixed(3),
              n: residual.checked,
            }),
    },
  ];
}

/** The datum, and that it is only assumed as long as nobody has said it. */
function datumOf(i18n: I18n, { datumIn, datumOpen = [] }: Receipt): string {
  const datum = datumWords(i18n, datumIn);
  return datumOpen.length > 1 ? i18n.t('datumAssumed', { datum }) : datum;
}

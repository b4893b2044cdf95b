/** The pack as pieces to lay on pages: each section begins a page of its own. */
import { CRITERION_IDS } from '../../../analysis/invest/types.ts';
import type { I18n } from '../../../i18n/index.ts';
import { Qr } from '../../../ui/qr.tsx';
import { Mixed } from '../../shared/mixed-script.tsx';
import { LETTERS } from '../compare-letters.ts';
import { type CompareCell, type CompareRow, scoreBar } from '../compare-rows.ts';
import { ScoreBar } from '../compare-table.tsx';
import type { Block } from '../dossier/block.ts';
import { heading, PrintRows, piece } from '../dossier/heading.tsx';
import { scaleEnds } from '../method-scales.tsx';
import { candidateBlocks } from './candidate-pages.tsx';
import type { PackMatter } from './matter.ts';
import { type RankLine, weighed } from './pack.ts';
import { PackMap } from './pack-map.tsx';

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export function packSections(matter: PackMatter): Section[] {
  const { pack, i18n } = matter;
  const { t } = i18n;
  const sections: Section[] = [
    { key: 'ranking', title: t('packRanking'), blocks: rankingBlocks(matter) },
    ...(pack.comparison === null
      ? []
      : [{ key: 'compare', title: t('packComparison'), blocks: comparisonBlocks(matter) }]),
    ...pack.candidates.map((candidate, at) => ({
      key: candidate.line.site.id,
      title: candidate.line.name,
      blocks: candidateBlocks(matter, candidate, at),
    })),
    ...(pack.offers.length === 0 ? [] : [{ key: 'offers', title: t('packOffers'), blocks: offerBlocks(matter) }]),
    { key: 'method', title: t('packMethod'), blocks: methodBlocks(matter) },
  ];
  return [{ key: 'cover', title: pack.title, blocks: coverBlocks(matter, sections) }, ...sections];
}

function coverBlocks({ i18n, pack, choices, link, today }: PackMatter, sections: readonly Section[]): Block[] {
  const { t, date } = i18n;
  const { name, lines, logo } = choices.letterhead;
  return [
    ...(name === '' && lines === '' && logo === null
      ? []
      : [
          piece(
            'letterhead',
            <header class="pack-letterhead">
              {logo !== null && <img src={logo} alt={name} />}
              <div>
                {name !== '' && <strong>{name}</strong>}
                {lines !== '' && <p>{lines}</p>}
              </div>
            </header>,
          ),
        ]),
    piece(
      'title',
      <div class="pack-title">
        <p>{t('packKicker')}</p>
        <h2>
          <Mixed text={pack.title} />
        </h2>
        <p>{date(today)}</p>
      </div>,
    ),
    heading('verdict', t('packVerdict')),
    ...[...pack.verdict, ...(pack.decides === null ? [] : [pack.decides])].map((words, at) =>
      piece(
        `verdict-${at}`,
        <p class="pack-verdict">
          <Mixed text={words} />
        </p>,
      ),
    ),
    heading('need', t('packNeedTitle')),
    piece(
      'need-rows',
      <PrintRows rows={pack.need.map(({ label, value }) => ({ label, value: <Mixed text={value} /> }))} />,
    ),
    heading('contents', t('packContents')),
    piece(
      'contents-list',
      <div class="pack-contents">
        <ol>
          {sections.map(({ key, title }) => (
            <li key={key}>{title}</li>
          ))}
        </ol>
        <figure class="dos-qr">
          <Qr text={link} label={t('packCode')} size="32mm" />
          <figcaption>{t('packCode')}</figcaption>
        </figure>
      </div>,
    ),
    piece('caution', <p class="pack-caution">{t('packCaution')}</p>),
  ];
}

function rankingBlocks({ state, i18n, pack, ranking }: PackMatter): Block[] {
  const { t } = i18n;
  return [
    heading('ranking', t('packRanking')),
    piece('ranking-map', <PackMap state={state} i18n={i18n} shot={ranking} lines={pack.lines} size="wide" />),
    { key: 'ranking-head', leads: true, node: <RankHead i18n={i18n} /> },
    ...pack.lines.map((line) => piece(`rank-${line.site.id}`, <RankRow line={line} />)),
    ...(pack.more === 0 ? [] : [piece('more', <p class="dos-aside">{t('packMore', { n: pack.more })}</p>)]),
    piece('ranking-key', <p class="pack-key">{t('packRankingKey')}</p>),
  ];
}

function RankHead({ i18n: { t } }: { readonly i18n: I18n }) {
  return (
    <div class="pack-rank-row is-head">
      <span>{t('packColPlace')}</span>
      <span>{t('packColName')}</span>
      <span>{t('district')}</span>
      <span>{t('packColScore')}</span>
      <span />
      <span>{t('packColSpread')}</span>
      <span>{t('packColRange')}</span>
      <span>{t('packColKnown')}</span>
    </div>
  );
}

function RankRow({ line }: { readonly line: RankLine }) {
  const { place, name, where, score, spread, range, known, ranked } = line;
  const bar = scoreBar(ranked);
  return (
    <div class="pack-rank-row">
      <strong class="tabular">{place}</strong>
      <span>
        <Mixed text={name} />
      </span>
      <span>{where}</span>
      <span class="tabular">{score}</span>
      <span>{bar !== null && <ScoreBar bar={bar} />}</span>
      <span class="tabular">{spread}</span>
      <span class="tabular">{range}</span>
      <span class="tabular">{known}</span>
    </div>
  );
}

/** A block a row, so that a long comparison breaks between rows; its head stands once more on every page by itself. */
function comparisonBlocks({ i18n, pack }: PackMatter): Block[] {
  const { t } = i18n;
  const { compared, comparison, decides } = pack;
  if (comparison === null) return [];
  return [
    heading('compare', t('packComparison')),
    ...(decides === null
      ? []
      : [
          piece(
            'decides',
            <p class="pack-verdict">
              <strong>{t('decideTitle')}</strong> <Mixed text={decides} />
            </p>,
          ),
        ]),
    {
      key: 'compare-head',
      leads: true,
      node: (
        <div class="pack-row is-head" style={columnsOf(compared.length)}>
          <span />
          {compared.map((site, at) => (
            <strong key={site.id}>
              {LETTERS[at]} <Mixed text={i18n.name(site)} />
            </strong>
          ))}
        </div>
      ),
    },
    ...comparison.rows.map((row) => piece(`row-${row.key}`, <ComparedRow i18n={i18n} row={row} />)),
    piece('compare-key', <p class="pack-key">{t('cmpBarKey')}</p>),
  ];
}

const columnsOf = (n: number) => ({ gridTemplateColumns: `30mm repeat(${n}, minmax(0, 1fr))` });

function ComparedRow({ i18n, row: { label, note, cells, best } }: { readonly i18n: I18n; readonly row: CompareRow }) {
  return (
    <div class="pack-row" style={columnsOf(cells.length)}>
      <span>
        <Mixed text={label} />
      </span>
      {cells.map((cell, at) => (
        <div key={at} class={best === at ? 'is-best' : ''}>
          <ComparedCell i18n={i18n} cell={cell} best={best === at} />
        </div>
      ))}
      {note !== null && (
        <p class="dos-aside">
          <Mixed text={note} />
        </p>
      )}
    </div>
  );
}

function ComparedCell(props: { readonly i18n: I18n; readonly cell: CompareCell; readonly best: boolean }) {
  const { i18n, cell, best } = props;
  const { t, number } = i18n;
  const { text, aside, bar, behind } = cell;
  return (
    <>
      {text === null ? <em>{t('cmpUnknown')}</em> : <Mixed text={text} />}
      {best && <strong> · {t('cmpBest')}</strong>}
      {bar !== undefined && <ScoreBar bar={bar} />}
      {behind != null && behind >= 0.05 && <span class="dos-aside">{t('cmpBehind', { n: number(behind, 1) })}</span>}
      {aside !== null && (
        <span class="dos-aside">
          <Mixed text={aside} />
        </span>
      )}
    </>
  );
}

function offerBlocks({ i18n, pack }: PackMatter): Block[] {
  const { t, lang } = i18n;
  return [
    heading('offers', t('packOffers')),
    piece('offers-of', <p class="pack-key">{pack.offersOf}</p>),
    ...pack.offers.flatMap(({ topic, offers }) => [
      heading(`topic-${topic}`, topic),
      ...offers.map(({ gloss, quote, cite, fields }, n) =>
        piece(
          `offer-${topic}-${n}`,
          <div class="pack-offer">
            {lang === 'en' && <p>{gloss}</p>}
            <blockquote lang="zh-Hans">{quote}</blockquote>
            <p class="dos-aside">
              <span lang="zh-Hans">{cite}</span>
              {fields !== '' && ` · ${t('packOffersFields', { names: fields })}`}
            </p>
          </div>,
        ),
      ),
    ]),
    heading('offer-units', t('packOffersUnits')),
    ...pack.responsible.map(({ cite, units }) =>
      piece(
        `units-${cite}`,
        <p class="pack-units">
          <strong lang="zh-Hans">{cite}</strong> <Mixed text={units} />
        </p>,
      ),
    ),
    piece('silent', <p class="pack-key">{t('offersSilent')}</p>),
  ];
}

function methodBlocks({ i18n, pack, finder }: PackMatter): Block[] {
  const { t, number } = i18n;
  return [
    heading('method', t('packMethod')),
    heading('method-weights', t('packMethodWeights')),
    piece(
      'weights',
      <table class="pack-table">
        <thead>
          <tr>
            <th scope="col">{t('methodCriterion')}</th>
            <th scope="col">{t('methodWeight')}</th>
            <th scope="col">{t('packMethodPoints')}</th>
            <th scope="col">{t('methodBest')}</th>
            <th scope="col">{t('methodWorst')}</th>
          </tr>
        </thead>
        <tbody>
          {weighed(i18n, finder).map(({ id, name, weight, most }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td class="tabular">{number(weight)}</td>
              <td class="tabular">{number(most, 1)}</td>
              <ScaleOf i18n={i18n} id={id} />
            </tr>
          ))}
        </tbody>
      </table>,
    ),
    heading('method-formula', t('packMethodFormula')),
    ...pack.method.map((words, at) => piece(`method-${at}`, <p class="pack-method">{words}</p>)),
  ];
}

function ScaleOf({ i18n, id }: { readonly i18n: I18n; readonly id: string }) {
  const built = CRITERION_IDS.find((one) => one === id);
  const ends = built === undefined ? i18n.t('methodOwn') : scaleEnds(i18n, built);
  return typeof ends === 'string' ? (
    <td colSpan={2}>{ends}</td>
  ) : (
    <>
      <td class="tabular">{ends[0]}</td>
      <td class="tabular">{ends[1]}</td>
    </>
  );
}

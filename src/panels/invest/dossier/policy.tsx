/** What the policy says of a site: the clauses in full and verbatim, the brief, the target, and whom the text names. */
import { clauseText } from '../../../domain/policy-text.ts';
import type { Clause, Policy, Unit } from '../../../domain/schema/policy.ts';
import { UNIT_ROLES, type UnitRole } from '../../../domain/vocabulary.ts';
import type { I18n } from '../../../i18n/index.ts';
import { Mixed } from '../../shared/mixed-script.tsx';
import { roleWords } from '../../shared/phrases.ts';
import { targetWords } from '../../shared/target-words.ts';
import type { Block, DossierMatter } from './block.ts';
import { heading, inPairs, piece } from './heading.tsx';

/** Topics of the offers whose clauses are for everybody who builds something. */
const FOR_BUILDERS = ['service', 'land'];

export function policyBlocks(matter: DossierMatter): Block[] {
  const { i18n, described } = matter;
  const { t, name } = i18n;
  const { clauses, namedThroughParent, parent, cluster } = described;
  return [
    heading('policy', t('dosPolicy')),
    ...(clauses.length === 0 ? [piece('not-named', <p>{t('notNamed')}</p>)] : []),
    ...(namedThroughParent && parent !== null
      ? [piece('through', <p>{t('namedThroughParent', { name: name(parent) })}</p>)]
      : []),
    ...clauses.map(({ clause }) => clauseBlock(matter, clause, namedThroughParent ? parent?.id : matter.site.id)),
    ...(cluster === null
      ? []
      : [
          piece(
            'target',
            <p class="dos-target">
              <strong>{t('clusterTarget')}</strong> {name(cluster)} · {targetWords(i18n, cluster)} ·{' '}
              <q lang="zh-Hans">{cluster.target.quote}</q>
            </p>,
          ),
        ]),
    ...unitBlocks(matter),
  ];
}

function clauseBlock({ state, i18n }: DossierMatter, clause: Clause, named: string | undefined): Block {
  const { t, text } = i18n;
  const policy = state.policyOf(clause.id);
  return piece(
    `clause-${clause.id}`,
    <div class="dos-clause">
      <p class="dos-cite" lang="zh-Hans">
        {clause.cite} {clause.heading}
      </p>
      <blockquote lang="zh-Hans">
        <Marked policy={policy} clause={clause} site={named} />
      </blockquote>
      {clause.brief !== null && (
        <p class="dos-brief">
          <strong>{t('dosBrief')}</strong> <Mixed text={text(clause.brief)} />
        </p>
      )}
    </div>,
  );
}

/** The clause as it stands, the words that name the site marked. */
function Marked(props: { readonly policy: Policy; readonly clause: Clause; readonly site: string | undefined }) {
  const { policy, clause, site } = props;
  const whole = clauseText(policy, clause);
  const spans = policy.mentions
    .filter((m) => m.entity === 'site' && m.id === site && m.clause === clause.id)
    .map(({ start, end }) => [start - clause.start, end - clause.start] as const)
    .sort(([a], [b]) => a - b);
  let at = 0;
  const parts = spans.flatMap(([start, end]) => {
    const before = whole.slice(at, start);
    at = end;
    return [before, <mark key={start}>{whole.slice(start, end)}</mark>];
  });
  return (
    <>
      {parts}
      {whole.slice(at)}
    </>
  );
}

/** A unit that the text names for clauses that bear on the site, and in which part it is named in each. */
interface Approach {
  readonly unit: Unit;
  readonly named: readonly { readonly clause: Clause; readonly role: UnitRole }[];
}

/** Of clauses that name it, those that bear on it as we read them, and those for everybody who builds; each unit once. */
function approachesOf({ state, described, offers }: DossierMatter): Approach[] {
  const general = offers.flatMap((list) =>
    list.offers.filter(({ topic }) => FOR_BUILDERS.includes(topic)).map(({ clause }) => clause),
  );
  const ids = [
    ...described.clauses.map(({ clause }) => clause.id),
    ...described.readings.map(({ clause }) => clause.id),
    ...general,
  ];
  const clauses = [...new Set(ids)].flatMap((id) => state.things.value.clause.get(id)?.clause ?? []);
  const units = [...new Set(clauses.flatMap((clause) => clause.units.map(({ unit }) => unit)))];
  return units.flatMap((id): Approach[] => {
    const unit = state.things.value.unit.get(id);
    const named = clauses.flatMap((clause) =>
      clause.units.filter((one) => one.unit === id).map(({ role }) => ({ clause, role })),
    );
    return unit === undefined ? [] : [{ unit, named }];
  });
}

function unitBlocks(matter: DossierMatter): Block[] {
  const { i18n } = matter;
  const { t } = i18n;
  const found = approachesOf(matter);
  if (found.length === 0) return [];
  return [
    heading('units', t('dosUnits'), t('dosUnitsNote')),
    ...inPairs(found).map((pair, index) =>
      piece(
        `units-${index}`,
        <ul class="dos-units">
          {pair.map((approach) => (
            <UnitLine key={approach.unit.id} i18n={i18n} approach={approach} />
          ))}
        </ul>,
      ),
    ),
  ];
}

/** Clauses in which it is named in the same part stand together. */
function UnitLine({ i18n, approach: { unit, named } }: { readonly i18n: I18n; readonly approach: Approach }) {
  const { lang } = i18n;
  const cites = UNIT_ROLES.flatMap((role) => {
    const own = named.filter((one) => one.role === role).map(({ clause }) => clause.cite);
    return own.length === 0 ? [] : [{ role, cites: own.join('、') }];
  });
  return (
    <li>
      <strong lang="zh-Hans">{unit.nameZh}</strong>
      {lang === 'en' && ` ${unit.nameEn}`}{' '}
      <span class="dos-aside">
        {cites.map(({ role, cites: own }, index) => (
          <span key={role}>
            {index > 0 && ' · '}
            {role !== 'listed' && `${roleWords(i18n, role)} `}
            <span lang="zh-Hans">{own}</span>
          </span>
        ))}
      </span>
    </li>
  );
}

/** Where a value comes from: its source, its date and its file, one disclosure beside every row. */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { isAttribute } from '../../domain/schema/attribute.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { LinkButton } from '../../ui/pieces.tsx';
import './provenance.css';
import { valueWords } from '../corrections/phrases.ts';
import { HowCounted } from '../shared/how-counted.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { Corrected, registerSources } from './corrected.tsx';
import { Report, type Reported } from './report.tsx';

/** File, data version, and what the user can do about it. */
export function ProvenanceFoot(props: {
  readonly file: string;
  readonly reported: () => Reported;
  readonly onCorrect?: () => void;
}) {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  const { version } = state.base;
  return (
    <>
      <div>
        {t('provenanceFile')}: <code>{props.file}</code>
      </div>
      <div>
        {t('provenanceVersion')}: <span class="tabular">{version.data}</span> ({date(version.date)})
      </div>
      <div class="actions no-print">
        {props.onCorrect !== undefined && <LinkButton onClick={props.onCorrect}>{t('correct')}</LinkButton>}
        <Report reported={props.reported} />
        <HowCounted />
      </div>
    </>
  );
}

interface SourcedProps {
  readonly label: string;
  readonly id: string;
  readonly field: string;
  readonly file: string;
  readonly children: ComponentChildren;
  /** Sources of this value; without any, the sources of the whole record stand in, and it is said. */
  readonly sources: readonly Source[];
  readonly recordSources?: readonly Source[];
  /** As stated for this value. */
  readonly when?: string | null;
  readonly onCorrect?: () => void;
  /** The value for a report, where what is on screen beside the button is not all of it. */
  readonly words?: string;
}

/** A value with the button that tells its source. */
export function Sourced({
  label,
  id,
  field,
  file,
  children,
  sources,
  recordSources = [],
  when,
  onCorrect,
  words,
}: SourcedProps) {
  const { i18n } = useApp();
  const { t, date } = i18n.value;
  const [open, setOpen] = useState(false);
  const body = useId();
  const value = useRef<HTMLDivElement>(null);
  return (
    <div class="sourced">
      <div class="sourced-value" ref={value}>
        {children}
      </div>
      <button
        type="button"
        class="info-button no-print"
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        aria-label={t('provenanceOf', { name: label })}
        title={t('provenanceOf', { name: label })}
        onClick={() => setOpen(!open)}
      >
        <Icon name="info" size={16} />
      </button>
      {open && (
        <div class="prov" id={body}>
          {when !== undefined && (
            <div>
              {t('fieldDate')}: {when === null ? t('dateNotStated') : date(when)}
            </div>
          )}
          {sources.length === 0 && <div>{t(recordSources.length > 0 ? 'provenanceNoOwn' : 'sourceNone')}</div>}
          <ul class="sources">
            {(sources.length > 0 ? sources : recordSources).map((source) => (
              <li key={`${source.title} ${source.url ?? ''}`}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
          <ProvenanceFoot
            file={file}
            reported={() => ({ id, field, value: words ?? value.current?.textContent.trim() ?? '' })}
            onCorrect={onCorrect}
          />
        </div>
      )}
    </div>
  );
}

/** A field of a record, which shows what was corrected; most can be corrected from here. */
export function SiteField({
  site,
  field,
  label,
  children,
  sources = [],
}: {
  readonly site: Site;
  readonly field: string;
  readonly label: string;
  readonly children: ComponentChildren;
  readonly sources?: readonly Source[];
}) {
  const { state, i18n } = useApp();
  const correctable = field === 'status' || field === 'location' || isAttribute(field) ? field : null;
  const correction = Object.entries(site.corrected ?? {}).find(([of]) => of === field)?.[1];
  const own = correctable === null ? sources : registerSources(site, correctable);
  return (
    <>
      <Sourced
        label={label}
        id={site.id}
        field={field}
        file={site.file}
        sources={own}
        recordSources={Object.values(site.sources)}
        words={field === 'location' ? valueWords(i18n.value, site.location) : undefined}
        when={field === 'status' ? site.statusDate : undefined}
        onCorrect={correctable === null ? undefined : () => state.corrections.edit(site.id, correctable)}
      >
        {children}
      </Sourced>
      {correction !== undefined && <Corrected correction={correction} />}
    </>
  );
}

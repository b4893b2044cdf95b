/** Sending the shortlist with its need and notes, and opening one that was sent. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { readShortlistFile, shortlistFile } from '../../../src/data/shortlist-file.ts';
import ShortlistPanel from '../../../src/panels/invest/shortlist.tsx';
import { packNotes } from '../../../src/state/invest/shortlist.ts';
import { renderIn, words } from '../../fixtures/app.tsx';
import { findOn, investApp } from '../../fixtures/invest-app.ts';

const HASH = 'mode=invest&view=shortlist&lang=en&need=hydrogen&weights=station:5&shortlist=sanlongwan,robot-valley';
const field = () => screen.getByLabelText<HTMLInputElement>('Link');

describe('a shortlist that is sent', () => {
  it('is a link with the need, and with the notes only where they are ticked and fit', async () => {
    const app = investApp(HASH);
    await findOn(app);
    renderIn(app, <ShortlistPanel />);
    expect(field().value).toContain('need=hydrogen&weights=station:5&shortlist=sanlongwan,robot-valley');
    expect(field().value).not.toContain('noted=');
    expect(screen.getByRole('img', { name: 'Code of the shortlist with its need', hidden: true })).toBeTruthy();
    app.state.invest.list.value?.setNote('sanlongwan', 'ask about power');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Put the notes into the link too' }));
    await waitFor(() => expect(field().value).toContain(`noted=${packNotes({ sanlongwan: 'ask about power' })}`));
    // What deflating cannot shorten.
    const long = Array.from({ length: 400 }, (_, n) => ((n * 2_654_435_761) % 4_294_967_296).toString(36)).join(' ');
    for (const [id, note] of [['sanlongwan', long] as const, ['robot-valley', [...long].reverse().join('')] as const])
      app.state.invest.list.value?.setNote(id, note);
    await waitFor(() => expect(field().value).not.toContain('noted='));
    expect(screen.getByText(/The notes are too long for a link/)).toBeTruthy();
  });

  it('shows the notes of a link apart, and takes them with the list', async () => {
    const notes = packNotes({ 'robot-valley': 'seen in May' });
    const app = investApp(HASH);
    renderIn(app, <ShortlistPanel />);
    app.state.invest.showShortlist(['robot-valley'], notes);
    await screen.findByText('seen in May');
    expect(words(screen.getByRole('region', { name: 'The address holds another list' }))).toContain('1 note comes');
    fireEvent.click(screen.getByRole('button', { name: 'Replace mine' }));
    expect(app.state.invest.list.value?.notes.value).toEqual({ 'robot-valley': 'seen in May' });
    expect(app.state.invest.noted.value).toBeNull();
  });

  const sent = {
    ...{ saved: '2026-01-02', data: '1', need: 'valves', weights: null, limits: 'station:5' },
    candidates: [{ id: 'robot-valley', nameZh: '谷', nameEn: 'Valley', note: 'seen' }],
  };
  const openFile = (text: string) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) throw new Error('no way to open a file');
    fireEvent.change(input, { target: { files: [new File([text], 'list.json')] } });
  };

  it('comes back from its file with the question, and is looked at first', async () => {
    const app = investApp(HASH);
    renderIn(app, <ShortlistPanel />);
    openFile(shortlistFile(sent));
    await screen.findByText('seen');
    expect([app.state.invest.need.value, app.state.invest.limits.value]).toEqual(['valves', 'station:5']);
    expect(app.state.invest.list.value?.foreign.value).toEqual(['robot-valley']);
    expect(app.state.invest.list.value?.own.value).toEqual(['sanlongwan', 'robot-valley']);
  });

  it.each([
    ['no json', /no file of a shortlist \(no JSON/],
    ['{"format":"other"}', /a newer version wrote it \(format/],
    [shortlistFile({ ...sent, candidates: [] }), /none of its candidates is in the register/],
  ])('says what is wrong with a file, and changes nothing: %s', async (text, said) => {
    const app = investApp(HASH);
    renderIn(app, <ShortlistPanel />);
    openFile(text);
    expect(words((await screen.findByText(said)).closest('.note'))).toContain('list.json:');
    expect(app.state.invest.need.value).toBe('hydrogen');
    expect(app.state.invest.list.value?.foreign.value).toBeNull();
  });

  it('is read as it was written', () => {
    expect(readShortlistFile(shortlistFile(sent))).toMatchObject(sent);
  });
});

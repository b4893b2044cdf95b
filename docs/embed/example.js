// client.js is the map's embed/v1/client.js, copied beside this file.
import { connect } from './client.js';

const frame = document.getElementById('map');
if (!(frame instanceof HTMLIFrameElement)) throw new Error('there is no frame');
const map = connect(frame);

const say = (id, words) => {
  const place = document.getElementById(id);
  if (place !== null) place.textContent = words;
};
map.on('select', ({ thing }) => say('chosen', thing === null ? 'nothing' : `${thing.entity} ${thing.id}`));
map.on('filter', ({ filters }) => say('shown', filters.clusters === null ? 'all' : filters.clusters.join(', ')));
map.on('view', ({ camera }) =>
  say('middle', camera === null ? 'the whole city' : `${camera.lat.toFixed(3)}, ${camera.lng.toFixed(3)}`),
);
map.on('refused', ({ command, reason, at }) => say('refused', `${command}: ${reason} ${at.join(', ')}`));

const onClick = (id, act) => document.getElementById(id)?.addEventListener('click', act);
onClick('food', () => map.filter({ clusters: ['food'] }));
onClick('all', () => map.filter({ clusters: null }));
onClick('lab', () => map.select({ entity: 'site', id: 'jihua-laboratory' }));
onClick('south', () => map.view({ zoom: 11, lat: 22.84, lng: 113.24 }));
onClick('city', () => map.view(null));

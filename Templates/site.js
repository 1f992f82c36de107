// Nothing needs this. Its words are in data attributes.
'use strict';
// A block, as a page that is written below runs this again
{
const doc = document;
const on = addEventListener;
const all = (what, where = doc) => [...where.querySelectorAll(what)];
const make = (name, given, ...parts) => {
	const made = doc.createElement(name);
	for (const key in given) made.setAttribute(key, given[key]);
	made.append(...parts);
	return made;
};
const here = doc.URL.split('#')[0];
const xhr = new XMLHttpRequest();
// Not in the body, which gets hidden
const status = make('p', { class: 'visually-hidden', role: 'status' });
doc.body.before(status);
let left, box, pause;

// Exit this page
const [exit] = all('.exit button, .exit a, a.exit');
if (exit) {
	exit.onclick = e => {
		if (exit.href) e.preventDefault();
		left = true;
		doc.body.style.display = 'none';
		doc.title = status.textContent = exit.dataset.leaving || '';
		xhr.abort();
		// Else Back brings what was typed. A field may be named reset.
		for (const form of all('form')) HTMLFormElement.prototype.reset.call(form);
		if (exit.href) location.replace(exit.href);
	};
	let presses, last, alone;
	const press = e => {
		if (e.key !== 'Shift' || e.ctrlKey || e.altKey) presses = alone = 0;
		else if (e.type === 'keydown') alone = 1;
		// Only now is it known that it made no capital.
		else if (alone) {
			alone = 0;
			presses = e.timeStamp - last < 5000 ? presses + 1 : 1;
			last = e.timeStamp;
			if (presses === 3) exit.click();
		}
	};
	for (const name of ['keydown', 'keyup', 'pointerdown']) on(name, press);
}

// Characters left, counted as on the server
for (const note of all('[data-limit]')) {
	const field = doc.getElementById(note.id.slice(0, -6));
	if (!field) continue;
	// Hidden, or it may be read out at each key
	const count = make('span', { 'aria-hidden': true });
	note.append('. ', count);
	const show = () => {
		const rest = note.dataset.limit.replace(',', '') - [...field.value].length;
		const n = Math.abs(rest);
		const words = form => note.getAttribute(`data-${rest < 0 ? 'over' : 'left'}-${form}`);
		const form = ['zero', 'one', 'two', 'few', , , 'many'][n];
		count.textContent = (words(form) || words('other') || '').replace('{count}', n.toLocaleString('en'));
		count.className = rest < 0 ? 'error' : '';
	};
	field.oninput = () => {
		show();
		clearTimeout(pause);
		pause = setTimeout(() => { status.textContent = count.textContent; }, 1000);
	};
	show();
	on('pageshow', show);
}

// Nothing is sent twice.
const sent = new Map();
const mark = (form, timer) => {
	clearTimeout(sent.get(form));
	sent.set(form, timer);
	if (box) box.remove();
	for (const button of all('[type=submit]', form)) {
		const words = button.dataset.sending;
		button.setAttribute('aria-disabled', !!timer);
		if (words) [button.dataset.sending, button.textContent] = [button.textContent, words];
	}
};
on('submit', e => {
	const { target: form, submitter: by } = e;
	if (!form.matches('[method=post]')) return;
	if (sent.get(form)) return e.preventDefault();
	const data = new FormData(form);
	if (!by || ![...data.values()].some(value => value.size)) return mark(form, setTimeout(mark, 20000, form));
	e.preventDefault();
	mark(form, -1);
	if (by.name) data.append(by.name, by.value);
	const words = form.dataset.uploading || '';
	const bar = make('progress', { 'aria-label': words });
	const told = make('p', { role: 'status' });
	const [below = form.lastChild] = all('.actions', form);
	below.before(box = make('div', { class: 'uploading' }, bar, told));
	xhr.upload.onprogress = e => {
		bar.value = e.loaded / e.total;
		const text = `${words} ${Math.floor(4 * bar.value) * 25}%`;
		if (told.textContent !== text) told.textContent = text;
	};
	const url = new URL(form.getAttribute('action') || '', here).href;
	xhr.onload = xhr.onerror = () => {
		const to = xhr.responseURL;
		if (to && to !== url) location = to;
		else if (/html/.test(xhr.getResponseHeader('Content-Type'))) {
			history[to === here ? 'replaceState' : 'pushState'](0, '', to);
			doc.open();
			doc.write(xhr.response);
			doc.close();
		} else {
			mark(form);
			below.before(box = make('div', { class: 'alert', role: 'alert', tabindex: -1 }, form.dataset.failed || ''));
			box.focus();
		}
	};
	xhr.open('POST', url);
	xhr.send(data);
});
on('pageshow', e => {
	if (!e.persisted) return;
	if (left) location.reload();
	xhr.abort();
	sent.forEach((timer, form) => timer && mark(form));
});
// Back from a written page changes only the address.
on('popstate', () => { if (doc.URL.split('#')[0] !== here) location.reload(); });

for (const button of all('[data-print]')) {
	button.hidden = false;
	button.onclick = () => print();
}

if (!location.hash) for (const summary of all('[autofocus]')) summary.focus();
for (const link of all('#error-summary a')) link.onclick = e => {
	const field = doc.getElementById(link.hash.slice(1));
	if (!field) return;
	e.preventDefault();
	field.focus();
	field.scrollIntoView({ block: 'center' });
};
}

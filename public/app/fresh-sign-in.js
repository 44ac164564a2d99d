import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { instantForm } from './instant-form.js';
import { signInAgain } from './session.js';
import { state } from './store.js';

/**
 * Does what asks for a fresh sign-in: offers it when it is needed, and goes on. Returns null when the person would rather not.
 */
export async function freshly(work) {
  try {
    return await work();
  } catch (problem) {
    if (problem.code !== 'fresh-sign-in-needed') throw problem;
    return (await signedInAgain(state.me)) ? work() : null;
  }
}

function signedInAgain({ email }) {
  return new Promise((resolve) => {
    let isSignedIn = false;
    const signIn = async () => {
      await signInAgain(email);
      isSignedIn = true;
      dialog.close();
    };
    const dialog = openDialog({
      title: 'Is it still you?',
      look: 'sheet-narrow',
      content: h(
        'div',
        { class: 'sheet-body' },
        instantForm(
          signIn,
          h('p', {}, `You signed in a while ago. Sign in again as ${email}, and it goes on from here.`),
          h(
            'div',
            { class: 'sheet-actions' },
            h('button', { class: 'primary', type: 'submit', autofocus: true }, 'Sign in again'),
            h('button', { class: 'quiet', type: 'button', onclick: () => dialog.close() }, 'Leave it as it is'),
          ),
        ),
      ),
      onClose: () => resolve(isSignedIn),
    });
  });
}

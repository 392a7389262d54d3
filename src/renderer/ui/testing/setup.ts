/** What every test of a component starts with: the app's own look, and React as strict as in the window. */
import { configure } from 'vitest-browser-react/pure';
import '../tokens.css';
import '../base.css';

configure({ reactStrictMode: true });

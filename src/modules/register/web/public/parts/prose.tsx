export { Bullets, Heading, Link, Prose, Text, Unseen } from '../../office/parts/prose.tsx';

export function SearchPalette({ onClose }: { onClose: () => void }) {
  return <button onClick={onClose} />
}

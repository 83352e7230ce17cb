export function SignInScreen({ next }: { next: string | undefined }) {
  return <p>{next}</p>
}

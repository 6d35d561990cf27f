/* Exits 0 when the service of this container is ready. An image without a shell has no other program that could ask, and this
 * one asks without bringing a toolbox along. Made by: gcc -Os -static -o healthy healthy.c */
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(void) {
  static const char request[] = "GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n";
  const char *port = getenv("QUARKUS_HTTP_PORT");
  struct sockaddr_in service = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct timeval patience = {.tv_sec = 3};
  char answer[13] = "";
  size_t read_so_far = 0;
  ssize_t got;
  int line = socket(AF_INET, SOCK_STREAM, 0);

  service.sin_port = htons((unsigned short) atoi(port && *port ? port : "8080"));
  if (line < 0 || setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0 ||
      connect(line, (struct sockaddr *) &service, sizeof service) != 0 ||
      write(line, request, sizeof request - 1) != (ssize_t) (sizeof request - 1))
    return 1;
  /* "HTTP/1.x 200" is all that counts. */
  while (read_so_far < sizeof answer - 1 && (got = read(line, answer + read_so_far, sizeof answer - 1 - read_so_far)) > 0)
    read_so_far += (size_t) got;
  return strncmp(answer, "HTTP/1.", 7) == 0 && strcmp(answer + 8, " 200") == 0 ? 0 : 1;
}
